/**
 * A run that is under way: its figures follow it. The server says when something happened; what is shown then is the page itself, fetched anew, so that no
 * figure is worked out twice. Where no such word comes the page is fetched every few seconds.
 */
class AssayEvalRun extends HTMLElement {
  private source: EventSource | undefined;
  private timer = 0;
  private waiting = false;

  connectedCallback(): void {
    const run = this.dataset["run"];
    if (!run || this.dataset["state"] !== "running") return;
    this.source = new EventSource(`/api/v1/evals/runs/${encodeURIComponent(run)}/events`);
    const soon = (): void => this.soon(1000);
    this.source.onmessage = soon;
    for (const name of ["progress", "end"]) this.source.addEventListener(name, soon);
    this.source.onerror = () => {
      // No stream, or it is over: ask now and then instead.
      this.source?.close();
      this.soon(5000);
    };
  }

  disconnectedCallback(): void {
    this.source?.close();
    window.clearTimeout(this.timer);
  }

  private soon(milliseconds: number): void {
    if (this.waiting) return;
    this.waiting = true;
    this.timer = window.setTimeout(() => void this.refresh(), milliseconds);
  }

  private async refresh(): Promise<void> {
    this.waiting = false;
    try {
      const reply = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const fresh = page.querySelector<HTMLElement>("assay-eval-run");
      if (!fresh) throw new Error(`status ${reply.status}`);
      let before: HTMLElement | null = null;
      for (const part of page.querySelectorAll<HTMLElement>("[data-live]")) {
        const old = document.querySelector<HTMLElement>(`[data-live="${part.dataset["live"]}"]`);
        // A part that somebody is in is left alone until they have left it.
        if (old?.contains(document.activeElement)) before = old;
        else {
          const now: HTMLElement = document.importNode(part, true);
          // Some parts are there only once there is something to tell.
          if (old) old.replaceWith(now);
          else before?.after(now);
          before = now;
        }
      }
      this.dataset["state"] = fresh.dataset["state"] ?? "running";
    } catch {
      // The program may be gone for a moment; what is shown stays.
    }
    if (this.dataset["state"] !== "running") this.source?.close();
    else if (!this.source || this.source.readyState === EventSource.CLOSED) this.soon(5000);
  }
}

customElements.define("assay-eval-run", AssayEvalRun);
