/** An ARIA combobox over a field for the name of a model: who finds the models is somebody else's matter. */
export interface Listed {
  id: string;
  slug: string;
  name: string;
}

let count = 0;

export class Combobox {
  private readonly list = document.createElement("ul");
  private options: Listed[] = [];
  private active = -1;
  private timer = 0;
  private pending: AbortController | undefined;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly find: (query: string, signal: AbortSignal) => Promise<Listed[] | undefined>,
  ) {
    this.list.className = "options";
    this.list.id = `options-${++count}`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Models");
    this.list.hidden = true;
    input.after(this.list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    input.addEventListener("input", () => {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.suggest(), 120);
    });
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => window.setTimeout(() => this.hide(), 150));
  }

  private async suggest(): Promise<void> {
    const query = this.input.value.trim();
    this.pending?.abort();
    if (query === "") return this.hide();
    const pending = (this.pending = new AbortController());
    try {
      const found = await this.find(query, pending.signal);
      if (!found) return this.hide();
      if (pending.signal.aborted) return;
      this.options = found;
      this.show();
    } catch {
      // Without suggestions the name is looked up when the form is sent.
      if (!pending.signal.aborted) this.hide();
    }
  }

  private show(): void {
    // A reply that comes after the reader has moved on must not cover what they moved on to.
    if (document.activeElement !== this.input) return;
    this.active = -1;
    this.list.replaceChildren(
      ...this.options.map((option, i) => {
        const item = document.createElement("li");
        item.id = `${this.list.id}-${i}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.textContent = option.name;
        const id = document.createElement("span");
        id.className = "id";
        id.textContent = option.id;
        item.append(id);
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          this.choose(i);
        });
        return item;
      }),
    );
    this.list.hidden = this.options.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  private hide(): void {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** What the reader has chosen, closed or walks through, no reply still under way may exchange. */
  private settle(): void {
    window.clearTimeout(this.timer);
    this.pending?.abort();
  }

  private choose(index: number): void {
    this.settle();
    const option = this.options[index];
    if (option) this.input.value = option.slug;
    this.hide();
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.settle();
      this.hide();
    }
    if (this.list.hidden) return;
    if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.settle();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.active = (this.active + step + this.options.length) % this.options.length;
      this.list.querySelectorAll("li").forEach((item, i) => {
        item.setAttribute("aria-selected", String(i === this.active));
        if (i === this.active) item.scrollIntoView({ block: "nearest" });
      });
      this.input.setAttribute("aria-activedescendant", `${this.list.id}-${this.active}`);
    }
  }
}
