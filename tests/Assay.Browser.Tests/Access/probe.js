// What the tests of access ask of a page in the browser. Each function answers with a list of faults, empty where there is none.
(() => {
  const brief = (e) => (e.outerHTML.match(/^<[^>]*>/)?.[0] ?? e.nodeName).slice(0, 160) + " " + (e.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
  const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && [...e.getClientRects()].some((r) => r.width > 0 && r.height > 0);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const words = (text) => (text ?? "").replace(/\s+/g, " ").trim().toLowerCase();
  const named = (e) =>
    (e.getAttribute("aria-label") ?? "").trim() !== "" ||
    (e.getAttribute("aria-labelledby") ?? "").split(/\s+/).some((id) => id !== "" && words(document.getElementById(id)?.textContent) !== "");

  /** Language, headings, landmarks, tables, pictures, faults of fields, labels within names. */
  function structure() {
    const faults = [];
    const fault = (what, e) => faults.push(`${what}: ${e ? brief(e) : ""}`);
    if (document.documentElement.lang !== "en") fault("the page names no language");
    if (document.title.trim() === "") fault("no title");
    const heads = all("h1,h2,h3,h4,h5,h6").filter((h) => h.checkVisibility());
    if (heads.filter((h) => h.tagName === "H1").length !== 1) fault(`${heads.filter((h) => h.tagName === "H1").length} headings of level 1`);
    heads.forEach((h, i) => {
      const before = i === 0 ? 0 : Number(heads[i - 1].tagName[1]);
      if (Number(h.tagName[1]) > before + 1) fault(`a heading of level ${h.tagName[1]} after one of level ${before}`, h);
      if (words(h.textContent) === "") fault("an empty heading", h);
    });
    if (all("main").length !== 1) fault(`${all("main").length} main parts`);
    for (const nav of all("nav, [role=search]")) if (!named(nav)) fault("a landmark without a name", nav);
    for (const table of all("table")) {
      if (words(table.caption?.textContent) === "" && !named(table)) fault("a table without a caption or name", table);
      for (const th of table.querySelectorAll("th")) if (!th.hasAttribute("scope")) fault("a head of a table without scope", th);
    }
    for (const img of all("img")) if (!img.hasAttribute("alt")) fault("a picture without a text", img);
    for (const svg of all("svg")) {
      if (svg.closest("[aria-hidden=true]")) continue;
      if (svg.parentElement?.closest("svg")) continue;
      const title = svg.querySelector(":scope > title");
      if (!named(svg) && !(title && words(title.textContent) !== "")) fault("a drawing that is neither named nor hidden", svg);
      if (!["img", "group", "graphics-document"].includes(svg.getAttribute("role"))) fault("a drawing without a role", svg);
    }
    for (const field of all("[aria-invalid=true]")) {
      const told = (field.getAttribute("aria-describedby") ?? field.getAttribute("aria-errormessage") ?? "").split(/\s+/).map((id) => words(document.getElementById(id)?.textContent)).join("");
      if (told === "") fault("a field with a fault that is not bound to it", field);
    }
    for (const e of all("a[href],button,summary,[role=button],[role=tab]")) {
      const label = words(e.getAttribute("aria-label"));
      const shown = words(e.innerText);
      if (label !== "" && /[a-z]{2}/.test(shown) && !label.includes(shown)) fault(`the name '${label}' lacks what is shown, '${shown}'`, e);
    }
    const ids = new Map();
    for (const e of all("[id]")) ids.set(e.id, (ids.get(e.id) ?? 0) + 1);
    for (const [id, count] of ids) if (count > 1) fault(`the id '${id}' ${count} times`);
    for (const e of all("[aria-describedby],[aria-labelledby],[aria-controls]"))
      for (const attribute of ["aria-describedby", "aria-labelledby", "aria-controls"])
        for (const id of (e.getAttribute(attribute) ?? "").split(/\s+/)) if (id !== "" && !document.getElementById(id)) fault(`${attribute} names '${id}', which is not there`, e);
    return faults;
  }

  /** The page does not scroll sideways; what does by itself can be focused and has a name. */
  function reflow() {
    const faults = [];
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) {
      const clips = (e) => e && (getComputedStyle(e).overflowX !== "visible" || clips(e.parentElement?.closest("body *")));
      const out = all("body *").filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !clips(e.parentElement)).slice(0, 4);
      faults.push(`the page is ${wide} px wide at ${innerWidth}: ${out.map(brief).join(" | ")}`);
    }
    for (const e of all("body *")) {
      if (e.scrollWidth <= e.clientWidth + 1 || !seen(e) || /^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName)) continue;
      if (!/auto|scroll/.test(getComputedStyle(e).overflowX)) continue;
      // The keys that go through what stands in it bring it into sight; the cells of a table are no places for keys.
      const walked = !e.querySelector("table") && stops().some((s) => e.contains(s));
      if ((e.tabIndex < 0 && !walked) || !named(e)) faults.push(`scrolls sideways and cannot be focused, or has no name: ${brief(e)}`);
    }
    return faults;
  }

  /** Text that its box cuts off. */
  function cut() {
    const faults = [];
    for (const e of all("body *")) {
      if (e.closest("svg,.vh,.skip") || !seen(e) || /^(INPUT|TEXTAREA|SELECT|IFRAME|IMG)$/.test(e.tagName)) continue;
      const style = getComputedStyle(e);
      if (style.webkitLineClamp !== "none" || style.clipPath !== "none") continue;
      const across = /hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0;
      const down = /hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1 && e.clientHeight > 0;
      // A button grows with its text, or the text stands beside it.
      const button = e.matches("button,.button,.tabs a,.chip") && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
      if ((across || down || button) && words(e.textContent) !== "") faults.push(`text is cut off: ${brief(e)}`);
    }
    return faults;
  }

  function space() {
    const style = document.createElement("style");
    style.textContent = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";
    document.head.append(style);
  }

  /** What Tab is to reach, by place in the document; of a group of radio buttons one. */
  function stops() {
    const groups = new Set();
    return all("a[href],button,input,select,textarea,summary,[tabindex]").filter((e) => {
      if (e.tabIndex < 0 || e.disabled || e.type === "hidden" || !seen(e) || e.closest("[inert]")) return false;
      if (e.tagName === "SUMMARY" && e.parentElement?.querySelector(":scope > summary") !== e) return false;
      if (e.type !== "radio") return true;
      const key = `${e.form?.id ?? ""} ${e.form ? all("form").indexOf(e.form) : ""} ${e.name}`;
      if (groups.has(key)) return false;
      groups.add(key);
      return true;
    });
  }

  const channel = (c) => ((c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  function rgba(color) {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = "#000";
    paint.fillStyle = color;
    paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data];
  }
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  function contrast(one, other) {
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  }
  function ground(e) {
    for (let at = e.parentElement; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    return rgba(getComputedStyle(document.documentElement).colorScheme === "dark" ? "#000" : "#fff");
  }
  function outlined(e) {
    const style = getComputedStyle(e);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0) return false;
    return style.outlineStyle === "auto" || (parseFloat(style.outlineWidth) >= 2 && contrast(rgba(style.outlineColor), ground(e)) >= 3);
  }
  function shown(e) {
    if (outlined(e)) return true;
    if (e.closest("svg")) return [...e.querySelectorAll(".dot,.line,.hit,rect,circle")].some((d) => parseFloat(getComputedStyle(d).strokeWidth) >= 3 && getComputedStyle(d).stroke !== "none");
    return [e.closest("label"), e.nextElementSibling, e.parentElement].some((o) => o && outlined(o));
  }
  /** Whether anything of it can be seen where it is: in the window and not under something else. */
  function uncovered(e) {
    // What is drawn over a mark of a chart or a box on a picture has no ground of its own.
    const mine = (hit) => hit && (e === hit || (e.ownerSVGElement && hit.closest("svg") === e.ownerSVGElement) || e.contains(hit) || hit.closest("label")?.control === e || (hit.contains(e) && getComputedStyle(hit).position !== "sticky"));
    return [...e.getClientRects(), ...(e.closest("label") ? [e.closest("label").getBoundingClientRect()] : []), ...(e.closest("svg") ? [...e.querySelectorAll("*")].map((c) => c.getBoundingClientRect()) : [])].some((r) =>
      [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].some(([x, y]) => mine(document.elementFromPoint(r.left + r.width * x, r.top + r.height * y))));
  }

  const walk = { faults: [], visited: new Set(), order: [] };
  function look() {
    const e = document.activeElement;
    if (!e || e === document.body || walk.visited.has(e)) return;
    walk.visited.add(e);
    walk.order.push(e);
    if (e.tagName === "IFRAME") return;
    if (!shown(e)) walk.faults.push(`the focus is not seen: ${brief(e)}`);
    if (!uncovered(e)) walk.faults.push(`the focus is hidden: ${brief(e)}`);
  }
  function begin(most) {
    walk.expected = stops().slice(0, most);
    // When the next Tab comes, the place of the one before is settled: in sight, and with its outline.
    document.addEventListener("keydown", (event) => event.key === "Tab" && look(), true);
    return walk.expected.length;
  }
  function end() {
    look();
    for (const e of walk.expected) if (!walk.visited.has(e) && seen(e) && !(e.type === "radio" && walk.order.some((o) => o.name === e.name))) walk.faults.push(`Tab does not reach: ${brief(e)}`);
    const behind = walk.order.filter((e) => e.tabIndex > 0);
    for (const e of behind) walk.faults.push(`a place of its own in the order: ${brief(e)}`);
    return walk.faults;
  }

  /** In colours of the system: states have a sign and a word, and what is told by a fill is seen against its ground. */
  function forced() {
    const faults = [];
    if (!matchMedia("(forced-colors: active)").matches) faults.push("the system sets no colours here");
    for (const f of all("a.f, span.f")) if (f.querySelector(".g") && words(f.textContent.replace(f.querySelector(".g").textContent, "")) === "") faults.push(`a state without a word: ${brief(f)}`);
    const told = (e, color) => contrast(rgba(color), ground(e)) >= 3;
    for (const e of all(".bar i, .mark")) {
      const style = getComputedStyle(e);
      const patterns = style.backgroundImage.match(/(rgba?|color)\([^)]*\)/g) ?? [];
      if (seen(e) && ![style.backgroundColor, ...patterns].some((c) => told(e, c))) faults.push(`a fill that is not seen: ${brief(e)}`);
    }
    for (const e of all("svg.chart .dot, svg.chart .step, svg.chart .whisker, svg.m")) {
      const style = getComputedStyle(e);
      if (seen(e) && ![style.fill, style.stroke].some((c) => c !== "none" && told(e, c))) faults.push(`a mark that is not seen: ${brief(e)}`);
    }
    for (const e of all("svg.chart text")) if (seen(e) && !told(e, getComputedStyle(e).fill)) faults.push(`a word of a chart that is not seen: ${brief(e)}`);
    return faults;
  }

  /** What moves or would. */
  function motion() {
    const faults = document.getAnimations().map((a) => `runs: ${a.animationName ?? a.transitionProperty}`);
    for (const e of all("body *")) {
      const style = getComputedStyle(e);
      if (parseFloat(style.transitionDuration) > 0 || style.animationName !== "none" || style.scrollBehavior === "smooth") faults.push(`would move: ${brief(e)}`);
    }
    return faults;
  }

  window.probe = { structure, reflow, cut, space, begin, end, motion, forced, brief };
})();
