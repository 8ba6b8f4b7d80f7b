/**
 * Finds in place: sends the form as it is sent without scripts, follows to the short address that the server answers with, and swaps the
 * parts that depend on it. One implementation of the filter, and the address keeps the whole state.
 */
class AssayFinder extends HTMLElement {
  private pending: AbortController | undefined;
  private timer = 0;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    const mine = (event: Event): HTMLInputElement | HTMLSelectElement | undefined => {
      const field = event.target;
      return (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.form === form ? field : undefined;
    };
    form.addEventListener("submit", (event) => {
      if (event.submitter instanceof HTMLButtonElement && event.submitter.name === "go") return;
      event.preventDefault();
      void this.find(form);
    });
    // Some fields stand outside the form's own part of the page, so the document listens.
    document.addEventListener("input", (event) => {
      const field = mine(event);
      if (!field) return;
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.find(form), field.type === "text" || field.type === "search" ? 500 : 50);
    });
  }

  private async find(form: HTMLFormElement): Promise<void> {
    window.clearTimeout(this.timer);
    this.pending?.abort();
    const pending = (this.pending = new AbortController());
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") asked.append(name, value);
    const status = form.querySelector("output");
    const slow = window.setTimeout(() => status && (status.textContent = "Finding …"), 300);
    try {
      const reply = await fetch(`/models?${asked}`, { signal: pending.signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const fresh = page.querySelector<HTMLFormElement>("assay-finder form");
      if (!fresh || pending.signal.aborted) throw new Error(`status ${reply.status}`);
      this.swap(page);
      this.follow(form, fresh);
      history.replaceState(null, "", reply.url);
      document.dispatchEvent(new Event("assay:swapped"));
      if (status) status.textContent = page.querySelector(".found strong")?.textContent ?? "";
    } catch (error) {
      if (pending.signal.aborted) return;
      if (status) status.textContent = `Could not find (${String(error)}). The list is that of the last conditions; press Find to try again.`;
    } finally {
      window.clearTimeout(slow);
    }
  }

  /** Puts the new parts in, and the focus back where it was. */
  private swap(page: Document): void {
    const held = document.activeElement;
    const [name, value] = held instanceof HTMLInputElement || held instanceof HTMLSelectElement ? [held.name, held.type === "checkbox" ? held.value : undefined] : [];
    const open = [...document.querySelectorAll("[data-live] details")].map((d) => d.hasAttribute("open"));
    for (const part of page.querySelectorAll<HTMLElement>("[data-live]")) document.querySelector(`[data-live="${part.dataset["live"]}"]`)?.replaceWith(document.importNode(part, true));
    document.querySelectorAll<HTMLDetailsElement>("[data-live] details").forEach((d, i) => (d.open = open[i] ?? false));
    if (held?.isConnected || !name) return;
    const again = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[data-live] [name="${name}"]`)].find((f) => value === undefined || f.value === value);
    again?.focus({ preventScroll: true });
  }

  /** Boxes and lists follow the text, and the text follows them; what is being typed in stays as typed. */
  private follow(form: HTMLFormElement, fresh: HTMLFormElement): void {
    const fields = form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select");
    const others = fresh.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select");
    fields.forEach((field, i) => {
      const other = others[i];
      if (!other || other.name !== field.name) return;
      if (field instanceof HTMLInputElement && other instanceof HTMLInputElement && field.type === "checkbox") field.checked = other.checked;
      else if (field !== document.activeElement || field instanceof HTMLSelectElement) field.value = other.value;
      for (const name of ["aria-invalid", "aria-describedby"]) {
        const value = other.getAttribute(name);
        if (value) field.setAttribute(name, value);
        else field.removeAttribute(name);
      }
    });
  }
}

customElements.define("assay-finder", AssayFinder);
