"use strict";
let count = 0;
class AssayPicker extends HTMLElement {
    connectedCallback() {
        for (const input of this.querySelectorAll("input[name=m]"))
            new Combobox(input);
        this.querySelector("form")?.addEventListener("submit", () => {
            // Empty slots stay out of the address.
            for (const input of this.querySelectorAll("input[name=m]"))
                input.disabled = input.value.trim() === "";
            window.setTimeout(() => this.querySelectorAll("input[name=m]").forEach((input) => (input.disabled = false)));
        });
    }
}
class Combobox {
    constructor(input) {
        this.input = input;
        this.list = document.createElement("ul");
        this.options = [];
        this.active = -1;
        this.timer = 0;
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
    async suggest() {
        const query = this.input.value.trim();
        this.pending?.abort();
        if (query === "")
            return this.hide();
        const pending = (this.pending = new AbortController());
        try {
            const reply = await fetch(`/api/v1/models?page_size=12&q=${encodeURIComponent(query)}`, { signal: pending.signal });
            if (!reply.ok)
                return this.hide();
            this.options = (await reply.json()).models;
            this.show();
        }
        catch {
            // Without suggestions the name is looked up when the form is sent.
            if (!pending.signal.aborted)
                this.hide();
        }
    }
    show() {
        // A reply that comes after the reader has moved on must not cover what they moved on to.
        if (document.activeElement !== this.input)
            return;
        this.active = -1;
        this.list.replaceChildren(...this.options.map((option, i) => {
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
        }));
        this.list.hidden = this.options.length === 0;
        this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    }
    hide() {
        this.list.hidden = true;
        this.active = -1;
        this.input.setAttribute("aria-expanded", "false");
        this.input.removeAttribute("aria-activedescendant");
    }
    choose(index) {
        const option = this.options[index];
        if (option)
            this.input.value = option.slug;
        this.hide();
    }
    key(event) {
        if (this.list.hidden)
            return;
        if (event.key === "Escape")
            this.hide();
        else if (event.key === "Enter" && this.active >= 0) {
            event.preventDefault();
            this.choose(this.active);
        }
        else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            const step = event.key === "ArrowDown" ? 1 : -1;
            this.active = (this.active + step + this.options.length) % this.options.length;
            this.list.querySelectorAll("li").forEach((item, i) => {
                item.setAttribute("aria-selected", String(i === this.active));
                if (i === this.active)
                    item.scrollIntoView({ block: "nearest" });
            });
            this.input.setAttribute("aria-activedescendant", `${this.list.id}-${this.active}`);
        }
    }
}
customElements.define("assay-picker", AssayPicker);
//# sourceMappingURL=picker.js.map