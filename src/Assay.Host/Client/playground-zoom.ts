/**
 * A picture larger and smaller, and moved about: wheel with Ctrl, pinch, buttons, keys, drag. Scrolling is the browser's own, so arrow keys, one
 * finger and scroll bars do what they do everywhere. Without it the whole picture is shown.
 */
const step = 1.25;
const largest = 8;
const leastLabel = 11;
const lowest = 384;

interface Place {
  scale: number;
  left: number;
  top: number;
}

class AssayZoom extends HTMLElement {
  /** A part of the page that is taken anew from the server shows the same piece of the picture. */
  private static readonly kept = new Map<string, Place>();

  private canvas!: HTMLElement;
  private picture!: SVGSVGElement | HTMLImageElement;
  /** Pixels of the page for one of the picture; undefined while the whole of it is shown. */
  private scale: number | undefined;
  private fit = 1;
  private pinch: { apart: number; scale: number; x: number; y: number } | undefined;

  connectedCallback(): void {
    const canvas = this.querySelector<HTMLElement>(".canvas");
    const picture = canvas?.querySelector<SVGSVGElement | HTMLImageElement>("svg, img");
    if (!canvas || !picture || this.canvas) return;
    [this.canvas, this.picture] = [canvas, picture];
    this.addEventListener("click", (event) => this.press(event));
    this.addEventListener("keydown", (event) => this.key(event));
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    canvas.addEventListener("pointerdown", (event) => this.drag(event));
    canvas.addEventListener("dragstart", (event) => event.preventDefault());
    canvas.addEventListener("touchstart", (event) => this.touch(event), { passive: false });
    canvas.addEventListener("touchmove", (event) => this.touch(event), { passive: false });
    canvas.addEventListener("scroll", () => this.keep(), { passive: true });
    new ResizeObserver(() => this.labels()).observe(canvas);
    const before = AssayZoom.kept.get(this.name);
    if (!before) return;
    this.zoom(before.scale);
    canvas.scrollTo(before.left, before.top);
  }

  private get name(): string {
    return this.picture.querySelector("image")?.getAttribute("href") ?? this.picture.getAttribute("src") ?? "";
  }

  /** Size of the picture in its own pixels. */
  private get size(): { width: number; height: number } {
    return { width: Number(this.dataset["width"]), height: Number(this.dataset["height"]) };
  }

  /** Where the picture lies on the page, without the empty borders that its element may have, and how large it is. */
  private lies(): { left: number; top: number; scale: number } {
    const box = this.picture.getBoundingClientRect();
    const { width, height } = this.size;
    const scale = Math.min(box.width / width, box.height / height);
    return { left: box.left + (box.width - width * scale) / 2, top: box.top + (box.height - height * scale) / 2, scale };
  }

  /** Makes the picture as large as this, and keeps in its place what is at a point of the page: the middle where none is given. */
  private zoom(scale: number, at?: { x: number; y: number }): void {
    const before = this.lies();
    const frame = this.canvas.getBoundingClientRect();
    if (this.scale === undefined) {
      this.fit = before.scale;
      // The frame stays as it is, so that what follows does not move; a very low one would show too little.
      this.canvas.style.height = `${Math.max(frame.height, Math.min(lowest, window.innerHeight * 0.6))}px`;
    }
    const { x, y } = at ?? { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
    const [across, down] = [(x - before.left) / before.scale, (y - before.top) / before.scale];
    const wanted = Math.min(largest, scale);
    this.scale = wanted <= this.fit * 1.001 ? undefined : wanted;
    const { width, height } = this.size;
    this.toggleAttribute("data-zoomed", this.scale !== undefined);
    if (this.scale === undefined) {
      this.canvas.style.height = "";
      Object.assign(this.picture.style, { width: "", height: "", maxWidth: "", maxHeight: "", margin: "" });
    } else {
      const [wide, high] = [width * this.scale, height * this.scale];
      // Where it is smaller than the frame it does not scroll, and is put where it belongs instead.
      const inset = (room: number, wished: number): string => `${Math.max(0, Math.min(room, wished))}px`;
      const left = inset(this.canvas.clientWidth - wide, x - frame.left - across * this.scale);
      const top = inset(this.canvas.clientHeight - high, y - frame.top - down * this.scale);
      Object.assign(this.picture.style, { width: `${wide}px`, height: `${high}px`, maxWidth: "none", maxHeight: "none", margin: `${top} 0 0 ${left}` });
      const after = this.lies();
      this.canvas.scrollBy(after.left + across * after.scale - x, after.top + down * after.scale - y);
    }
    const said = this.querySelector("output");
    if (said) said.textContent = this.scale === undefined ? "fits" : `${Math.round(this.scale * 100)} %`;
    this.labels();
    this.keep();
  }

  private by(factor: number, at?: { x: number; y: number }): void {
    this.zoom(this.lies().scale * factor, at);
  }

  /** Labels stay as large as they are when the whole picture is shown, and large enough to be read on a small screen. */
  private labels(): void {
    const size = Number(this.picture.getAttribute("font-size"));
    const now = this.lies().scale;
    if (!(size > 0) || !(now > 0)) return;
    const whole = this.scale === undefined ? now : this.fit;
    this.canvas.style.setProperty("--tag", String(Math.max(leastLabel, size * whole) / (size * now)));
  }

  private keep(): void {
    if (this.scale === undefined) AssayZoom.kept.delete(this.name);
    else AssayZoom.kept.set(this.name, { scale: this.scale, left: this.canvas.scrollLeft, top: this.canvas.scrollTop });
  }

  private press(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-zoom]") : null;
    switch (button?.dataset["zoom"]) {
      case "in": this.by(step); break;
      case "out": this.by(1 / step); break;
      case "fit": this.zoom(0); break;
      case "one": this.zoom(1); break;
    }
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") this.by(step);
    else if (event.key === "-") this.by(1 / step);
    else if (event.key === "0") this.zoom(0);
    else return;
    event.preventDefault();
  }

  private wheel(event: WheelEvent): void {
    // A pinch on a touchpad comes as a wheel with Ctrl. A wheel alone scrolls.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY / 100 : event.deltaY / 3;
    this.by(step ** -Math.max(-2, Math.min(2, lines)), { x: event.clientX, y: event.clientY });
  }

  private touch(event: TouchEvent): void {
    const [one, two] = [event.touches[0], event.touches[1]];
    if (event.touches.length !== 2 || !one || !two) return;
    event.preventDefault();
    const apart = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
    const [x, y] = [(one.clientX + two.clientX) / 2, (one.clientY + two.clientY) / 2];
    if (event.type === "touchstart" || !this.pinch) {
      this.pinch = { apart, scale: this.lies().scale, x, y };
      return;
    }
    this.canvas.scrollBy(this.pinch.x - x, this.pinch.y - y);
    [this.pinch.x, this.pinch.y] = [x, y];
    this.zoom((this.pinch.scale * apart) / this.pinch.apart, { x, y });
  }

  /** The mouse takes hold of the picture; fingers scroll by themselves. */
  private drag(event: PointerEvent): void {
    if (event.pointerType !== "mouse" || event.button !== 0 || this.scale === undefined) return;
    const canvas = this.canvas;
    const [x, y, left, top] = [event.clientX, event.clientY, canvas.scrollLeft, canvas.scrollTop];
    let moved = false;
    const move = (now: PointerEvent): void => {
      if (!moved && Math.hypot(now.clientX - x, now.clientY - y) < 4) return;
      if (!moved) canvas.setPointerCapture(now.pointerId);
      moved = true;
      this.toggleAttribute("data-dragged", true);
      canvas.scrollTo(left + x - now.clientX, top + y - now.clientY);
    };
    const end = (): void => {
      canvas.removeEventListener("pointermove", move);
      canvas.removeEventListener("pointerup", end);
      canvas.removeEventListener("pointercancel", end);
      this.toggleAttribute("data-dragged", false);
      if (!moved) return;
      // The box under the mouse was not chosen.
      const choose = (click: MouseEvent): void => click.preventDefault();
      canvas.addEventListener("click", choose, { capture: true, once: true });
      window.setTimeout(() => canvas.removeEventListener("click", choose, { capture: true }), 0);
    };
    canvas.addEventListener("pointermove", move);
    canvas.addEventListener("pointerup", end);
    canvas.addEventListener("pointercancel", end);
  }
}

customElements.define("assay-zoom", AssayZoom);
