/** A button that puts the text beside it on the clipboard. Without scripts the text can be chosen and copied by hand. */
class AssayCopy extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement("button");
    const said = document.createElement("output");
    button.type = "button";
    button.className = "plain";
    button.textContent = "Copy";
    button.addEventListener("click", () => {
      const text = this.querySelector("pre")?.textContent ?? "";
      navigator.clipboard.writeText(text).then(
        () => (said.textContent = "Copied."),
        () => (said.textContent = "The browser does not allow it: choose the text and copy it."),
      );
    });
    this.append(button, " ", said);
  }
}

customElements.define("assay-copy", AssayCopy);
export {};
