/** The form of a turn: dropping and pasting an image, changing the task without losing what is filled in, Ctrl+Enter. Works plainly without it. */
class AssayTurnForm extends HTMLElement {
  private pending: AbortController | undefined;
  private timer = 0;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    this.addEventListener("click", (event) => {
      const tab = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".tabs a") : null;
      if (!tab || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const address = new URL(tab.href);
      address.searchParams.delete("m");
      for (const box of this.querySelectorAll<HTMLInputElement>("input[name=m]:checked")) address.searchParams.append("m", box.value);
      void this.change(address, ["task", "models", "words", "gallery"], true);
    });
    this.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        form.requestSubmit(this.querySelector<HTMLButtonElement>("[data-run]"));
      } else if (event.key === "Enter" && event.target instanceof HTMLInputElement && event.target.name === "q") {
        event.preventDefault();
        this.search(0);
      }
    });
    this.addEventListener("input", (event) => {
      if (event.target instanceof HTMLInputElement && event.target.name === "q") this.search(300);
    });
    this.addEventListener("change", (event) => this.changed(event));
    form.addEventListener("submit", (event) => {
      if (event.submitter instanceof HTMLButtonElement && event.submitter.formMethod === "get" && event.submitter.hasAttribute("formmethod")) {
        event.preventDefault();
        this.search(0);
        return;
      }
      const said = form.querySelector("output");
      window.setTimeout(() => said && (said.textContent = "Preparing …"), 300);
    });
    // A page that comes back from the browser's memory is not preparing anything.
    window.addEventListener("pageshow", () => form.querySelector("output")?.replaceChildren());
    this.takeFiles();
  }

  private changed(event: Event): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    if (field.name === "image") this.preview(field.files?.[0]);
    if (field.name === "sample" || field.name === "hash") {
      // One image, from one place.
      for (const other of this.querySelectorAll<HTMLInputElement>(".gallery input")) if (other !== field) other.checked = false;
      this.clear("image");
      this.clear("url");
      const prompt = this.querySelector<HTMLTextAreaElement>("textarea[name=prompt]");
      const questions = [...this.querySelectorAll<HTMLInputElement>("[data-question]")].map((f) => f.dataset["question"]);
      if (field.dataset["question"] && prompt && (prompt.value === "" || questions.includes(prompt.value))) prompt.value = field.dataset["question"];
    }
    if (field.name === "url" && field.value !== "") this.leaveSamples();
  }

  private clear(name: string): void {
    const field = this.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (!field || field.value === "") return;
    field.value = "";
    if (name === "image") this.preview(undefined);
  }

  private leaveSamples(): void {
    for (const other of this.querySelectorAll<HTMLInputElement>(".gallery input")) other.checked = false;
  }

  private preview(file: File | undefined): void {
    const image = this.querySelector<HTMLImageElement>(".preview");
    if (!image) return;
    image.hidden = true;
    if (!file) return;
    this.leaveSamples();
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      image.src = String(reader.result);
      image.hidden = false;
    });
    reader.readAsDataURL(file);
  }

  private takeFiles(): void {
    const drop = this.querySelector<HTMLElement>(".drop");
    const take = (files: FileList | undefined): boolean => {
      const file = [...(files ?? [])].find((f) => f.type.startsWith("image/"));
      const field = this.querySelector<HTMLInputElement>("input[type=file]");
      if (!file || !field) return false;
      const held = new DataTransfer();
      held.items.add(file);
      field.files = held.files;
      this.preview(file);
      return true;
    };
    for (const name of ["dragover", "dragleave", "drop"]) {
      drop?.addEventListener(name, (event) => {
        event.preventDefault();
        drop.classList.toggle("over", name === "dragover");
        if (name === "drop") take((event as DragEvent).dataTransfer?.files);
      });
    }
    document.addEventListener("paste", (event) => {
      if (take(event.clipboardData?.files)) event.preventDefault();
    });
  }

  private search(after: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const address = new URL("/playground", location.href);
      address.searchParams.set("task", this.querySelector<HTMLInputElement>("input[name=task]")?.value ?? "");
      for (const box of this.querySelectorAll<HTMLInputElement>("input[name=m]:checked")) address.searchParams.append("m", box.value);
      address.searchParams.set("q", this.querySelector<HTMLInputElement>("input[name=q]")?.value ?? "");
      void this.change(address, ["models"], false);
    }, after);
  }

  /** Takes parts of the form as the server makes it for another task or search. */
  private async change(address: URL, parts: string[], task: boolean): Promise<void> {
    this.pending?.abort();
    const pending = (this.pending = new AbortController());
    try {
      const reply = await fetch(address, { signal: pending.signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      if (pending.signal.aborted) return;
      const held = document.activeElement;
      const query = held instanceof HTMLInputElement && held.name === "q" ? [held.selectionStart, held.selectionEnd] as const : undefined;
      for (const name of parts) {
        const select = name === "gallery" ? ".gallery" : `[data-part="${name}"]`;
        const fresh = page.querySelector(`assay-turn-form ${select}`);
        if (fresh) this.querySelector(select)?.replaceWith(document.importNode(fresh, true));
      }
      if (task) {
        const picture = this.querySelector<HTMLElement>("[data-part=picture]");
        if (picture) picture.hidden = page.querySelector<HTMLElement>("[data-part=picture]")?.hidden ?? false;
        if (this.querySelector<HTMLInputElement>("input[type=file]")?.value || this.querySelector<HTMLInputElement>("input[name=url]")?.value) this.leaveSamples();
        this.querySelector<HTMLElement>(".tabs [aria-current]")?.focus({ preventScroll: true });
        if (location.pathname === address.pathname) history.replaceState(null, "", address);
      }
      const search = this.querySelector<HTMLInputElement>("input[name=q]");
      if (query && search) {
        search.focus({ preventScroll: true });
        search.setSelectionRange(query[0], query[1]);
      }
    } catch (error) {
      if (!pending.signal.aborted) location.assign(address);
      else void error;
    }
  }
}

customElements.define("assay-turn-form", AssayTurnForm);
