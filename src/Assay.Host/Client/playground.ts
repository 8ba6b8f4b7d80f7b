/**
 * Follows a turn while it runs: words stream into the lanes, and what has ended is taken from the server's own page, so that there is one
 * implementation of how a reply is shown. The page can be reloaded at any time; the browser goes on from the last event it had.
 */
import "./playground-form.js";
import { replaceReading } from "./playground-boxes.js";
import "./playground-zoom.js";

interface Piece {
  lane: number;
  text?: string;
  why?: string;
  words?: string;
  done?: number;
  number?: number;
  message?: string;
  retry_in_ms?: number;
}

class AssayTurn extends HTMLElement {
  private source: EventSource | undefined;
  private readonly waiting = new Map<HTMLElement, string>();
  private frame = 0;
  /** What the server last made of a part: here it may have been changed since, by switches and sizes. */
  private readonly served = new Map<string, string>();
  private fresh = 0;
  private newest = 0;

  connectedCallback(): void {
    this.addEventListener("submit", (event) => void this.stop(event));
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-confirm]") : null;
      if (button && !window.confirm(button.dataset["confirm"])) event.preventDefault();
    });
    document.addEventListener("keydown", this.key);
    if (this.dataset["state"] === "running") this.follow();
  }

  disconnectedCallback(): void {
    this.source?.close();
    document.removeEventListener("keydown", this.key);
  }

  private readonly key = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox], [type=radio], [type=range]), textarea, select");
    if (event.key === "Escape" && this.dataset["state"] === "running" && !document.querySelector(".card")) void this.post(this.dataset["stop"] ?? `/playground/${this.dataset["turn"]}?handler=Stop`);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[1-8]$/.test(event.key)) return;
    this.querySelector<HTMLInputElement>(`#show-${Number(event.key) - 1}`)?.click();
  };

  private lane(place: number): HTMLElement | null {
    return this.querySelector(`[data-lane="${place}"]`);
  }

  private follow(): void {
    const source = (this.source = new EventSource(this.dataset["events"] ?? `/api/v1/playground/turns/${this.dataset["turn"]}/events`));
    const on = (name: string, act: (piece: Piece, lane: HTMLElement) => void): void =>
      source.addEventListener(name, (event) => {
        const piece = JSON.parse((event as MessageEvent<string>).data) as Piece;
        const lane = this.lane(piece.lane);
        // Events that the page had already when it was made.
        if (lane?.dataset["state"] === "running") act(piece, lane);
      });
    on("waiting", (piece, lane) => this.doing(lane, piece.why ?? ""));
    on("attempt", (piece, lane) => this.doing(lane, (piece.number ?? 1) > 1 ? `Attempt ${piece.number} …` : "Asked; waiting for the first words …"));
    on("progress", (piece, lane) => {
      this.doing(lane, piece.words ?? "");
      const bar = lane.querySelector<HTMLProgressElement>("[data-progress]");
      if (!bar) return;
      bar.hidden = false;
      if (piece.done === undefined) bar.removeAttribute("value");
      else bar.value = piece.done;
    });
    on("text", (piece, lane) => this.write(lane.querySelector<HTMLElement>("[data-text]"), piece.text ?? "", lane));
    on("reasoning", (piece, lane) => {
      const fold = lane.querySelector<HTMLElement>("[data-reasoning]");
      if (fold) fold.hidden = false;
      this.write(fold?.querySelector("pre") ?? null, piece.text ?? "", lane);
    });
    on("attempt_failed", (piece, lane) => {
      const text = lane.querySelector<HTMLElement>("[data-text]");
      if (text && piece.retry_in_ms !== undefined) {
        this.waiting.delete(text);
        text.textContent = "";
      }
      this.doing(lane, piece.retry_in_ms === undefined ? piece.message ?? "" : `${piece.message ?? ""} Trying again in ${(piece.retry_in_ms / 1000).toFixed(1)} s.`);
    });
    source.addEventListener("image", () => void this.renew());
    source.addEventListener("lane", () => void this.renew());
    source.addEventListener("end", () => {
      source.close();
      void this.renew();
    });
    source.addEventListener("error", () => {
      // The browser tries again by itself; where the events are gone, the page has what is kept.
      if (source.readyState === EventSource.CLOSED) void this.renew();
    });
  }

  private doing(lane: HTMLElement, words: string): void {
    const line = lane.querySelector("[data-doing]");
    if (line) line.textContent = words;
    const bar = lane.querySelector<HTMLProgressElement>("[data-progress]");
    if (bar) bar.hidden = true;
  }

  /** Once a frame, however many pieces come. */
  private write(into: HTMLElement | null, text: string, lane: HTMLElement): void {
    if (!into || text === "") return;
    if (!this.waiting.has(into) && into.textContent === "") this.doing(lane, "Answering …");
    this.waiting.set(into, (this.waiting.get(into) ?? "") + text);
    if (this.frame !== 0) return;
    this.frame = window.requestAnimationFrame(() => {
      this.frame = 0;
      for (const [element, piece] of this.waiting) {
        const atEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 24;
        element.append(piece);
        if (atEnd) element.scrollTop = element.scrollHeight;
      }
      this.waiting.clear();
    });
  }

  /** Takes from the server's page what has ended since. */
  private async renew(): Promise<void> {
    const mine = ++this.fresh;
    const reply = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
    // A page asked for earlier may come later.
    if (!reply.ok || mine < this.newest) return;
    this.newest = mine;
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const other = page.querySelector<HTMLElement>("assay-turn");
    if (!other) return;
    for (const part of other.querySelectorAll<HTMLElement>("[data-live]")) {
      const old = this.querySelector<HTMLElement>(`[data-live="${part.dataset["live"]}"]`);
      // A lane that still runs here keeps what has streamed into it.
      if (!old || (part.dataset["lane"] !== undefined && (part.dataset["state"] === "running" || old.dataset["state"] !== "running"))) continue;
      const name = part.dataset["live"] ?? "";
      if (part.dataset["lane"] === undefined && part.innerHTML === (this.served.get(name) ?? old.innerHTML)) continue;
      this.served.set(name, part.innerHTML);
      const held = old.contains(document.activeElement);
      const fresh = name === "reading" ? replaceReading(old, part) : document.importNode(part, true);
      if (!fresh.isConnected) old.replaceWith(fresh);
      if (held) fresh.querySelector<HTMLElement>("a, button, summary, input")?.focus({ preventScroll: true });
      if (part.dataset["lane"] !== undefined) this.tell(fresh);
    }
    const state = other.dataset["state"] ?? "ended";
    if (state === this.dataset["state"]) return;
    this.dataset["state"] = state;
    this.source?.close();
    this.querySelector("[data-stop-all]")?.remove();
    this.say("All models have ended.");
  }

  private tell(lane: HTMLElement): void {
    const name = lane.querySelector("h2")?.textContent?.trim() ?? "";
    const words: Record<string, string> = { replied: "has answered", failed: "brought no answer", cancelled: "was stopped" };
    this.say(`${name} ${words[lane.dataset["state"] ?? ""] ?? "has ended"}.`);
  }

  private say(words: string): void {
    const status = this.querySelector("[data-status]");
    if (status) status.textContent = words;
  }

  private async stop(event: SubmitEvent): Promise<void> {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !(form.matches("[data-stop], [data-stop-all]"))) return;
    event.preventDefault();
    form.querySelectorAll("button").forEach((b) => (b.disabled = true));
    await this.post(form.action);
  }

  private async post(address: string): Promise<void> {
    await fetch(address, { method: "POST", redirect: "manual" });
  }
}

customElements.define("assay-turn", AssayTurn);
