import { Combobox, type Suggestion } from "./combobox.js";
import { pageOf, search, type Searched, type StaticSearch } from "./static-search.js";

/** The picker of a copy of the site: leads to the comparisons that the copy has, and names them where it has not the one asked for. */
class AssayStaticPicker extends HTMLElement {
  private readonly answer = document.createElement("div");

  connectedCallback(): void {
    const form = document.createElement("form");
    form.className = "picker";
    const names = (this.dataset["names"] ?? "").split(" ").filter((n) => n !== "");
    for (let i = 0; i < Number(this.dataset["slots"]); i++) {
      const label = document.createElement("label");
      label.className = "slot";
      const input = document.createElement("input");
      Object.assign(input, { type: "text", name: "m", value: names[i] ?? "", autocomplete: "off", spellcheck: false });
      input.placeholder = i === 0 ? "gemma-3-12b-it" : i === 1 ? "gpt-4o" : "";
      label.append(i === 0 ? "First model" : i === 1 ? "Second model" : `Model ${i + 1}, if any`, input);
      form.append(label);
      new Combobox<Suggestion & { slug: string }>(input, {
        label: "Models",
        suggest: async (query) => (await search()).find(query, 8).map((m) => ({ title: m.name, detail: m.id, slug: m.slug })),
        choose: (model) => (input.value = model.slug),
      });
    }
    const button = document.createElement("button");
    button.type = "submit";
    button.textContent = "Compare";
    const row = document.createElement("div");
    row.append(button);
    form.append(row);
    this.answer.setAttribute("role", "status");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.compare([...form.querySelectorAll("input")].map((i) => i.value.trim()).filter((v) => v !== ""));
    });
    this.prepend(form, this.answer);
  }

  private async compare(names: string[]): Promise<void> {
    let list: StaticSearch;
    try {
      list = await search();
    } catch (error) {
      return this.say(`The names of this copy could not be read (${String(error)}). Try again.`);
    }
    const models: Searched[] = [];
    for (const name of names) {
      const model = list.named(name);
      if (!model) {
        const near = list.find(name, 5);
        return this.say(`No one model is called ‘${name}’.${near.length === 0 ? "" : " Like it are:"}`, near.map((m) => [m.name, pageOf("/models/" + m.id)]));
      }
      models.push(model);
    }
    if (models.length < 2 || new Set(models).size < models.length) return this.say("Name two different models or more.");
    const path = list.comparison(models);
    if (path !== undefined) {
      location.href = pageOf(path);
      return;
    }
    const others = models.flatMap((m) => list.comparedWith(m).slice(0, 6).map((o): [string, string] => [`${m.name} vs ${o.name}`, pageOf(list.comparison([m, o]) ?? "/compare")]));
    const asked = models.map((m) => m.name).join(", ").replace(/, ([^,]*)$/, " and $1");
    this.say(
      others.length === 0 ? `This copy has no comparison of ${asked}, nor any other of ${models.length === 2 ? "either" : "them"}: assay serve compares any.` : `This copy has no comparison of ${asked}: assay serve compares any. Of these models it has:`,
      others,
    );
  }

  private say(text: string, links: [string, string][] = []): void {
    const said = document.createElement("p");
    said.textContent = text;
    const list = document.createElement("ul");
    for (const [name, address] of links) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      [link.textContent, link.href] = [name, address];
      item.append(link);
      list.append(item);
    }
    this.answer.replaceChildren(said, ...(links.length > 0 ? [list] : []));
  }
}

customElements.define("assay-static-picker", AssayStaticPicker);
