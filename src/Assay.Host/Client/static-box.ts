import { Combobox, type Suggestion } from "./combobox.js";
import { pageOf, search, type Searched, type StaticSearch } from "./static-search.js";

/** The search box of a copy of the site: names of models, and two or more of them to compare. What needs a server to be understood, it says so. */
interface Place extends Suggestion {
  address: string;
}

const BETWEEN = /\s+(?:vs\.?|versus)\s+/i;

class AssayStaticBox extends HTMLElement {
  private readonly said = document.createElement("p");

  connectedCallback(): void {
    const form = document.createElement("form");
    form.className = "search";
    form.setAttribute("role", "search");
    const box = document.createElement("div");
    box.className = "box";
    const label = document.createElement("label");
    label.textContent = this.dataset["label"] ?? "Search";
    const large = this.classList.contains("large");
    label.className = large ? "small quiet" : "vh";
    const input = document.createElement("input");
    Object.assign(input, { type: "search", name: "q", autocomplete: "off", spellcheck: false, maxLength: 300 });
    input.id = `static-box-${large ? "large" : "small"}`;
    input.placeholder = large ? "gpt-4o vs gemma-3-12b-it" : "Search";
    label.htmlFor = input.id;
    box.append(label, input);
    form.append(box);
    this.said.setAttribute("role", "status");
    this.append(form, this.said);
    new Combobox<Place>(input, { label: "Suggestions", suggest: async (query) => places(await search(), query), choose: (place) => location.assign(place.address) });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.go(input.value.trim());
    });
  }

  private async go(query: string): Promise<void> {
    if (query === "") return;
    try {
      const first = places(await search(), query)[0];
      if (first) location.assign(first.address);
      else this.said.textContent = `Nothing in this copy is called ‘${query}’. It knows the names of models, and two of them with “vs” between; assay serve understands more.`;
    } catch (error) {
      this.said.textContent = `The names of this copy could not be read (${String(error)}). Try again.`;
    }
  }
}

/** What a line means, best first: a comparison where names of models stand on both sides of "vs", else models. */
function places(list: StaticSearch, query: string): Place[] {
  const parts = query.split(BETWEEN).filter((p) => p !== "");
  if (parts.length < 2) return list.find(query, 8).map((m) => ({ title: m.name, detail: m.id, address: pageOf("/models/" + m.id) }));
  const found = parts.map((p) => list.named(p) ?? list.find(p, 1)[0]);
  const models = found.filter((m): m is Searched => m !== undefined);
  if (models.length < found.length) return [];
  const path = list.comparison(models);
  const title = models.map((m) => m.name).join(" vs ");
  if (path !== undefined) return [{ title, detail: "comparison", address: pageOf(path) }];
  return models.map((m) => ({ title: m.name, detail: "this copy has no such comparison; the model", address: pageOf("/models/" + m.id) }));
}

customElements.define("assay-static-box", AssayStaticBox);
