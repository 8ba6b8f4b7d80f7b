/**
 * Recalculates a comparison in place: asks the server for the same page at the new traffic and swaps the parts that depend on it,
 * so that there is one implementation of every formula. The address keeps the whole state.
 */
class AssayTraffic extends HTMLElement {
  private pending: AbortController | undefined;
  private timer = 0;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.recalculate(form);
    });
    form.addEventListener("input", (event) => {
      // Leaving rows out needs no new figures: the page's own style does it.
      if (event.target instanceof HTMLInputElement && event.target.type === "checkbox") return;
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.recalculate(form), 350);
    });
    const differences = this.querySelector<HTMLInputElement>("#only-differences");
    differences?.addEventListener("change", () => {
      const address = new URL(location.href);
      if (differences.checked) address.searchParams.set("diff", "1");
      else address.searchParams.delete("diff");
      history.replaceState(null, "", address);
    });
  }

  private async recalculate(form: HTMLFormElement): Promise<void> {
    this.pending?.abort();
    const pending = (this.pending = new AbortController());
    const address = new URL(location.href);
    for (const [name, value] of new FormData(form)) {
      if (typeof value !== "string") continue;
      const field = form.elements.namedItem(name);
      if (value === "" || (field instanceof HTMLInputElement && value === field.defaultValue && !address.searchParams.has(name))) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    const status = form.querySelector("output");
    const slow = window.setTimeout(() => status && (status.textContent = "Recalculating …"), 300);
    try {
      const reply = await fetch(address, { signal: pending.signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      if (!page.querySelector("assay-comparison")) throw new Error(`status ${reply.status}`);
      this.showProblems(form, page);
      for (const fresh of page.querySelectorAll<HTMLElement>("[data-live]")) {
        const old = document.querySelector(`[data-live="${fresh.dataset["live"]}"]`);
        old?.replaceWith(document.importNode(fresh, true));
      }
      if (reply.ok) history.replaceState(null, "", address);
      document.dispatchEvent(new Event("assay:swapped"));
      if (status) status.textContent = reply.ok ? "Recalculated." : "";
    } catch (error) {
      if (pending.signal.aborted) return;
      if (status) status.textContent = `Could not recalculate (${String(error)}). The figures are those of the last profile; press Recalculate to try again.`;
    } finally {
      window.clearTimeout(slow);
    }
  }

  private showProblems(form: HTMLFormElement, page: Document): void {
    document.querySelector("#overview > .error")?.remove();
    const problems = page.querySelector("#overview > .error");
    if (problems) form.closest("assay-traffic")?.parentElement?.querySelector(".top")?.before(document.importNode(problems, true));
    for (const input of form.querySelectorAll("input")) {
      const fresh = page.querySelector<HTMLInputElement>(`form.traffic input[name="${input.name}"]`);
      for (const name of ["aria-invalid", "aria-describedby"]) {
        const value = fresh?.getAttribute(name);
        if (value) input.setAttribute(name, value);
        else input.removeAttribute(name);
      }
    }
  }
}

customElements.define("assay-traffic", AssayTraffic);
