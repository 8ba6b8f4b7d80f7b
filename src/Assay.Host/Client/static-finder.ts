import { pageOf, search } from "./static-search.js";

/** The search for names in the list of models of a copy. */
class AssayStaticFinder extends HTMLElement {
  private readonly shown = document.createElement("ul");
  private readonly status = document.createElement("output");
  private asked = 0;

  connectedCallback(): void {
    const form = document.createElement("form");
    form.className = "filters";
    form.setAttribute("role", "search");
    const label = document.createElement("label");
    label.className = "field wide";
    const input = document.createElement("input");
    Object.assign(input, { type: "search", name: "q", autocomplete: "off", spellcheck: false });
    label.append("Name, maker or alias ", input);
    this.status.className = "quiet";
    form.append(label, this.status);
    form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", () => void this.find(input.value.trim()));
    this.prepend(form, this.shown);
  }

  private async find(query: string): Promise<void> {
    const turn = ++this.asked;
    if (query === "") {
      this.status.textContent = "";
      this.shown.replaceChildren();
      return;
    }
    try {
      const list = await search();
      // A later word must not be answered with an earlier one's models.
      if (turn !== this.asked) return;
      const found = list.find(query, list.models.length);
      this.status.textContent = `${found.length} of ${list.models.length} models${found.length > 50 ? ", the first 50 shown" : ""}`;
      this.shown.replaceChildren(
        ...found.slice(0, 50).map((model) => {
          const item = document.createElement("li");
          const link = document.createElement("a");
          [link.textContent, link.href] = [model.name, pageOf("/models/" + model.id)];
          const id = document.createElement("span");
          id.className = "id";
          id.textContent = model.id;
          item.append(link, " ", id);
          return item;
        }),
      );
    } catch (error) {
      this.status.textContent = `The names of this copy could not be read (${String(error)}).`;
    }
  }
}

customElements.define("assay-static-finder", AssayStaticFinder);
