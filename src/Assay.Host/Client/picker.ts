import { Combobox, day, type Suggestion } from "./combobox.js";

/** Suggests models while a name is typed. The form works without it: names are looked up on the server. */
interface Listed {
  id: string;
  slug: string;
  name: string;
}

class AssayPicker extends HTMLElement {
  connectedCallback(): void {
    for (const input of this.querySelectorAll<HTMLInputElement>("input[name=m]"))
      new Combobox<Suggestion & { slug: string }>(input, { label: "Models", suggest: models, choose: (model) => (input.value = model.slug) });
    this.querySelector("form")?.addEventListener("submit", () => {
      // Empty slots stay out of the address.
      for (const input of this.querySelectorAll<HTMLInputElement>("input[name=m]")) input.disabled = input.value.trim() === "";
      window.setTimeout(() => this.querySelectorAll<HTMLInputElement>("input[name=m]").forEach((input) => (input.disabled = false)));
    });
  }
}

async function models(query: string, signal: AbortSignal): Promise<(Suggestion & { slug: string })[] | null> {
  const reply = await fetch(`/api/v1/models?page_size=8&q=${encodeURIComponent(query)}${day()}`, { signal });
  return reply.ok ? ((await reply.json()) as { models: Listed[] }).models.map((m) => ({ title: m.name, detail: m.id, slug: m.slug })) : null;
}

customElements.define("assay-picker", AssayPicker);
