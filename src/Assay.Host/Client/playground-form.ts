/** The form of a turn: dropping and pasting an image, changing the task without losing what is filled in, Ctrl+Enter. Works plainly without it. */
class AssayTurnForm extends HTMLElement {
  private pending: AbortController | undefined;
  private timer = 0;
  private readonly gone = new AbortController();

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
    if (field.name === "image") {
      const file = field.files?.[0];
      if (file && this.objects(file, field)) this.clear("image");
      else this.preview(file);
    }
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
    this.fault("");
    this.leaveSamples();
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      image.src = String(reader.result);
      image.hidden = false;
    });
    // The server reads more formats than browsers show.
    image.addEventListener("error", () => (image.hidden = true), { once: true });
    reader.readAsDataURL(file);
  }

  /** Whether nothing but the server's refusal could come of this file; then it is told at once. The server looks at the bytes, and decides. */
  private objects(file: File, field: HTMLInputElement): boolean {
    const most = Number(field.dataset["most"]);
    const ending = /\.([a-z0-9]{2,5})$/i.exec(file.name)?.[1]?.toUpperCase();
    const format = /^image\/(.+)$/.exec(file.type)?.[1]?.toUpperCase() ?? ending ?? "";
    const words = file.size === 0 ? "is empty (0 bytes). Choose it again."
      : /^(HEIC|HEIF|AVIF|JXL|JP2|SVG\+XML|SVG)$/.test(format) ? `is ${format.replace("+XML", "")}, which is not read. Save it as JPEG or PNG.`
      : file.type !== "" && !file.type.startsWith("image/") ? "is no image. PNG, JPEG, WebP, GIF, BMP and TIFF are taken."
      : file.size > most ? `has ${megabytes(file.size)} MB, and at most ${megabytes(most)} MB are taken. Save it smaller.`
      : "";
    this.fault(words === "" ? "" : `“${file.name}” ${words}`);
    return words !== "";
  }

  private fault(words: string): void {
    const line = this.querySelector("[data-fault]");
    if (line) line.textContent = words;
  }

  /** Files dropped anywhere on the page are for the form: the browser would leave the page to show them. */
  private takeFiles(): void {
    const take = (files: FileList): void => {
      const field = this.querySelector<HTMLInputElement>("input[type=file]");
      const file = [...files].find((f) => f.type.startsWith("image/")) ?? files[0];
      if (!file || !field || this.objects(file, field)) return;
      const held = new DataTransfer();
      held.items.add(file);
      field.files = held.files;
      this.clear("url");
      this.preview(file);
    };
    const wanted = (): boolean => this.querySelector<HTMLElement>("[data-part=picture]")?.hidden === false;
    const over = (yes: boolean): void => void this.querySelector(".drop")?.classList.toggle("over", yes);
    const drag = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      if (!wanted()) event.dataTransfer.dropEffect = "none";
      else over(event.type === "dragover");
      if (event.type === "drop" && wanted()) take(event.dataTransfer.files);
    };
    document.addEventListener("dragover", drag, { signal: this.gone.signal });
    document.addEventListener("drop", drag, { signal: this.gone.signal });
    document.addEventListener("dragleave", (event) => event.relatedTarget === null && over(false), { signal: this.gone.signal });
    document.addEventListener("paste", (event) => {
      const files = event.clipboardData?.files;
      // What is copied from a table or a letter is words and a picture of them: in a field for words the words are meant.
      const words = event.target instanceof Element && event.target.closest("textarea, input:not([type=file])") && event.clipboardData?.types.includes("text/plain");
      if (!files?.length || words || !wanted()) return;
      event.preventDefault();
      take(files);
    }, { signal: this.gone.signal });
  }

  disconnectedCallback(): void {
    this.gone.abort();
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

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1).replace(/\.0$/, "");
}

customElements.define("assay-turn-form", AssayTurnForm);
