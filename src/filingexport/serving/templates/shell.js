"use strict";
// What stands around the document: its findings, how complete it is, and what keeps both up to date.
(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  // All that is shown is put in as text: nothing that a filing says can become markup.
  const make = (name, more = {}, ...inner) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(more)) {
      if (key === "onclick") made.addEventListener("click", value);
      else if (value !== null && value !== undefined) made.setAttribute(key, value);
    }
    made.append(...inner.filter((each) => each !== null && each !== undefined && each !== ""));
    return made;
  };
  const root = document.documentElement, body = document.body;
  const KINDS = ["error", "warning", "note", "waived"];
  let state = null, at = -1, frame = null, coming = null, picked = null, reachable = true;
  const chosen = { kinds: new Set(KINDS), part: "*" };

  // --- language and look ----------------------------------------------------------------------------------------
  const asked = () => {
    const kept = sessionStorage.getItem("language") || root.dataset.asked || navigator.language || "";
    return kept.startsWith("ja") ? "ja" : "en";
  };
  let language = asked();
  const say = (said) => (said ? said[language] : "");
  const word = (name, values = {}) => say(state.words[name]).replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
  const switches = (name) => all(`[name="${name}"]`);
  const look = () => switches("look").find((each) => each.checked).value;
  for (const each of switches("language")) {
    each.checked = each.value === language;
    each.addEventListener("change", () => {
      language = each.value;
      sessionStorage.setItem("language", language);
      draw();
      if (frame) { dress(frame.contentDocument); mark(); }
    });
  }
  for (const each of switches("look")) {
    each.checked = each.value === (sessionStorage.getItem("look") || "auto");
    each.addEventListener("change", () => {
      sessionStorage.setItem("look", look());
      if (frame) dress(frame.contentDocument);
    });
  }

  // --- views ------------------------------------------------------------------------------------------------------
  const narrow = matchMedia("(max-width: 60rem)");
  const view = (name) => {
    body.dataset.view = name;
    for (const each of all(".views button")) each.setAttribute("aria-pressed", String(each.dataset.view === body.dataset.view));
  };
  for (const each of all(".views button")) each.addEventListener("click", () => view(each.dataset.view));
  const fit = () => view(narrow.matches ? body.dataset.view : body.dataset.view === "document" ? "findings" : body.dataset.view);
  narrow.addEventListener("change", fit);
  fit();

  // --- findings ---------------------------------------------------------------------------------------------------
  const kind = (each) => (each.waived ? "waived" : each.severity);
  const name = (each) => (each === "waived" ? word("waived") : say(state.severities[each]));
  // What a finding is known by when all are found anew: its rule, its field, and which of several there it is.
  const keyed = (findings) => {
    const count = new Map();
    for (const each of findings) {
      const at = `${each.rule}|${each.path}`, number = count.get(at) || 0;
      count.set(at, number + 1);
      each.key = `${at}|${number}`;
    }
  };
  const key = (each) => each.key;
  const visible = () => state.findings.filter((each) => chosen.kinds.has(kind(each)) && (chosen.part === "*" || chosen.part === each.part));
  const called = (path) => {
    const found = state.parts.find((each) => each.path === path);
    return found ? say(found.title) : word("filing");
  };
  const filters = () => {
    const count = (test) => state.findings.filter(test).length;
    const buttons = KINDS.filter((each) => each !== "waived" || count((one) => one.waived)).map((each) => make("button", {
      type: "button", class: each, "aria-pressed": String(chosen.kinds.has(each)), "data-kind": each,
      onclick: () => {
        if (!chosen.kinds.delete(each)) chosen.kinds.add(each);
        panel();
        $(`.severities [data-kind="${each}"]`).focus();
        mark();
      },
    }, make("span", {}, `${name(each)} ${count((one) => kind(one) === each)}`)));
    const group = $(".severities");
    group.replaceChildren(group.firstElementChild, ...buttons);
    const present = new Set(state.findings.map((each) => each.part));
    if (!present.has(chosen.part)) chosen.part = "*";
    const parts = [...state.parts.map((each) => each.path), ""].filter((each) => present.has(each));
    $(".parts select").replaceChildren(
      make("option", { value: "*" }, word("all")),
      ...parts.map((each) => make("option", { value: each }, `${called(each)} (${count((one) => one.part === each)})`)),
    );
    $(".parts select").value = chosen.part;
  };
  $(".parts select").addEventListener("change", (event) => {
    chosen.part = event.target.value;
    panel();
    mark();
  });
  const item = (each) => {
    const how = !each.ids.length ? word("no_place") : each.exact ? "" : word("near");
    const where = [say(each.section), each.place || each.path, how].filter(Boolean).join(" · ");
    const values = make("span", { class: "values" });
    for (const said of ["printed", "expected"]) if (each[said]) values.append(make("span", {}, word(said)), make("span", {}, say(each[said])));
    if (each.waived) values.append(make("span", {}, word("reason")), make("span", {}, [each.waived.reason, [each.waived.by, each.waived.on].filter(Boolean).join(", ")].filter(Boolean).join(" – ")));
    const shown = make("button", {
      type: "button", class: "finding", "data-key": key(each), title: each.path, "aria-current": picked === key(each) ? "true" : null,
      onclick: () => pick(each),
    }, make("span", { class: "where" }, where), make("span", { class: "message" }, say(each.message)), values.childNodes.length ? values : null);
    const others = each.compared.filter((one) => one.ids.length).slice(0, 6);
    const also = others.length ? make("p", { class: "also" }, word("compared") + ": ", ...others.flatMap((one, number) => [
      number ? " " : "", make("button", { type: "button", title: one.path, onclick: () => go(one) }, one.place || one.path)])) : null;
    return make("li", {}, shown, also);
  };
  const panel = () => {
    const list = $(".list"), box = $("aside"), top = box.scrollTop;
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const open = new Set(all("details[open]", list).map((each) => each.dataset.rule));
    filters();
    const shown = visible(), groups = new Map();
    for (const each of shown) {
      const id = `${each.rule} ${kind(each)}`;
      if (!groups.has(id)) groups.set(id, []);
      groups.get(id).push(each);
    }
    const ordered = [...groups.values()].sort((a, b) => KINDS.indexOf(kind(a[0])) - KINDS.indexOf(kind(b[0])));
    const drawn = ordered.map((found) => {
      const rule = state.rules[found[0].rule], first = kind(found[0]);
      const about = make("dl", { class: "about" });
      for (const said of ["why", "todo", "basis"]) about.append(make("dt", {}, word(said)), make("dd", {}, say(rule[said])));
      const more = make("details", { "data-rule": `${rule.id} ${first}` }, make("summary", {}, `${word("why")} · ${word("todo")}`), about);
      more.open = open.has(rule.id);
      return make("div", { class: "group " + first },
        make("h2", {}, make("span", { class: "badge" }, name(first)), " ", say(rule.title), make("code", {}, rule.id)),
        make("ul", {}, ...found.map(item)), more);
    });
    list.replaceChildren(...(drawn.length ? drawn : [make("p", { class: "clean" }, word(state.findings.length ? "filtered" : "clean"))]));
    $(".shown").textContent = state.findings.length ? word("shown", { shown: shown.length, all: state.findings.length }) : "";
    box.scrollTop = top;
    if (focused) all(".finding", list).find((each) => each.dataset.key === focused)?.focus({ preventScroll: true });
  };

  // --- completeness -----------------------------------------------------------------------------------------------
  const bars = () => {
    const SVG = "http://www.w3.org/2000/svg";
    const bar = (each) => {
      const drawn = document.createElementNS(SVG, "svg");
      for (const [key, value] of Object.entries({ class: "bar", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" })) drawn.setAttribute(key, value);
      let left = 0;
      for (const [part, count] of [["told", each.told], ["waived", each.waived], ["missing", each.missing]]) {
        const piece = document.createElementNS(SVG, "rect"), width = (100 * count) / each.asked;
        for (const [key, value] of Object.entries({ class: part, x: left, y: 0, width, height: 4 })) piece.setAttribute(key, value);
        left += width;
        drawn.append(piece);
      }
      return drawn;
    };
    $(".bars").replaceChildren(...state.completeness.map((each) => {
      const lacking = state.findings.filter((one) => one.missing && !one.waived && one.part === each.path);
      const told = [word("told", { told: each.told, asked: each.asked }), each.missing ? word("missing", { count: each.missing }) : word("complete"),
        each.waived ? `${word("waived")} ${each.waived}` : ""].filter(Boolean).join(" · ");
      return make("li", { "data-part": each.path }, make("h2", {}, say(each.title), make("span", {}, told)), bar(each),
        lacking.length ? make("ul", {}, ...lacking.map((one) => make("li", {}, make("button", {
          type: "button", class: "finding " + one.severity, title: one.path, onclick: () => go(one),
        }, make("span", { class: "message" }, say(one.message)))))) : null);
    }));
    if (!state.completeness.length) $(".bars").replaceChildren(make("li", {}, word("nothing_asked")));
  };

  // --- the whole page ---------------------------------------------------------------------------------------------
  const status = () => {
    const shown = $(".status");
    const [kind, said] = !reachable ? ["lost", word("lost", { time: state.time || "" })]
      : state.waiting ? ["waiting", word("waiting")]
      : state.broken.length ? ["broken", word("broken")]
      : ["good", word("updated", { time: state.time })];
    shown.dataset.state = kind;
    if (shown.textContent !== said) shown.textContent = said;
  };
  const told = (each) => make("li", {}, make("code", { class: "where" }, [each.place, each.path].filter(Boolean).join(" · ")), make("span", { class: "message" }, say(each.message)));
  const draw = () => {
    root.lang = language;
    for (const each of all("[data-word]")) each.textContent = word(each.dataset.word);
    for (const each of all("[data-label]")) each.setAttribute("aria-label", word(each.dataset.label));
    document.title = `${state.company ? say(state.company) : state.source} – filingexport`;
    $("h1").textContent = state.company ? say(state.company) : state.source;
    $(".source").textContent = state.source;
    $(".year").textContent = state.year ? state.year.join(" – ") : "";
    const broken = $(".broken");
    broken.hidden = !state.broken.length;
    if (state.broken.length) {
      broken.replaceChildren(make("h2", {}, word("broken")),
        make("p", { class: "soft" }, state.page ? word("broken_old", { time: state.time }) : word("broken_new")), make("ul", {}, ...state.broken.map(told)));
    }
    const noticed = state.noticed || [];
    $(".noticed").hidden = !noticed.length;
    $(".noticed ul").replaceChildren(...noticed.map(told));
    $(".empty").textContent = state.waiting ? word("waiting") : "";
    if (state.findings) {
      const open = state.findings.filter((each) => !each.waived);
      $(".found").textContent = open.length;
      $(".lacking").textContent = `${state.completeness.reduce((sum, each) => sum + each.told, 0)}/${state.completeness.reduce((sum, each) => sum + each.asked, 0)}`;
      panel();
      bars();
    }
    if (frame) frame.title = word("document");
    status();
  };

  // --- the document -----------------------------------------------------------------------------------------------
  // Facts are no elements of XHTML: browsers find their classes as attributes, not by the dot.
  const STYLE = `
    .language, .look, .brand { display: none !important; }
    .inner { justify-content: flex-end !important; }
    [class~="fx-error"] { --fx: light-dark(#b3261e, #ff8a80); } [class~="fx-warning"] { --fx: light-dark(#8a5a00, #ffc766); }
    [class~="fx-note"] { --fx: light-dark(#0a56b0, #7db7ff); } [class~="fx-waived"] { --fx: light-dark(#1a7f37, #7ee2a0); }
    [class~="fx-spot"] { text-decoration: underline wavy var(--fx) 1.5px; text-underline-offset: 0.2em; text-decoration-skip-ink: none; }
    [class~="fx-long"] { text-decoration: none; }
    .fx-anchor { display: inline-block; position: relative; white-space: nowrap; text-indent: 0; }
    .fx-mark { min-width: 1.25rem; height: 1.25rem; margin: 0; padding: 0 0.25rem; border: 0; border-radius: 99px;
      background: var(--fx); color: var(--paper); font: 700 0.75rem/1.25rem system-ui, sans-serif; cursor: pointer; }
    .fx-mark:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
    .fx-anchor.after { margin-left: 0.35rem; }
    .fx-anchor.number, .fx-anchor.margin { width: 0; height: 1em; vertical-align: baseline; }
    .fx-anchor.number .fx-mark { position: absolute; right: 0.4rem; bottom: -0.1rem; }
    .fx-anchor.margin .fx-mark { position: absolute; right: 0.3rem; bottom: -0.1rem; min-width: 1rem; height: 1rem; padding: 0 0.15rem; font-size: 0.65rem; line-height: 1rem; }
    [class~="fx-on"] { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; background: var(--tag); }
    @media print { .fx-anchor { display: none; } [class~="fx-spot"] { text-decoration: none; } }`;
  const GLYPH = { error: "!", warning: "!", note: "i", waived: "✓" };

  // The document's own switches follow ours.
  const dress = (doc) => {
    for (const [className, on] of [["in-" + language, true], [look(), true]]) {
      const own = $("." + className, doc);
      if (own && own.checked !== on) own.click();
    }
  };
  // What shows a fact: its element or, of one in the hidden header, what stands for it.
  const shower = (doc, id) => {
    const found = doc.getElementById(id);
    if (!found) return null;
    if (found.closest(".ix")) return doc.getElementsByClassName("of-" + id)[0] || null;
    return found.closest(".f") || found;
  };
  const shows = (node) => node && node.getClientRects().length > 0;
  const spots = (each) => {
    const doc = frame.contentDocument;
    const found = each.ids.map((id) => shower(doc, id)).filter(Boolean);
    if (each.exact) return found;
    // What is missing is marked at the heading of what it would stand in.
    return found.map((node) => (/^l[2-6]$/.test(node.className) ? $("h2, h3, h4, h5, h6", node) || node : node));
  };
  const isLong = (node) => $("p, ul, ol, table, div", node) !== null;
  const firstBlock = (node) => {
    let at = node;
    while (at.firstElementChild && /^(p|ul|ol|li|div)$/.test(at.firstElementChild.localName)) at = at.firstElementChild;
    return at;
  };
  const unmark = (doc) => {
    for (const each of all(".fx-anchor", doc)) each.remove();
    for (const each of all(".fx-spot", doc)) each.classList.remove("fx-spot", "fx-long", ...KINDS.map((one) => "fx-" + one));
  };
  const mark = () => {
    if (!frame || !state.findings) return;
    const doc = frame.contentDocument, marks = new Map();
    unmark(doc);
    for (const each of visible()) {
      for (const node of spots(each)) {
        if (!marks.has(node)) marks.set(node, []);
        marks.get(node).push(each);
      }
    }
    for (const [node, found] of marks) {
      found.sort((a, b) => KINDS.indexOf(kind(a)) - KINDS.indexOf(kind(b)));
      const worst = kind(found[0]), long = isLong(node);
      if (found.some((each) => each.exact)) node.classList.add("fx-spot", "fx-" + worst, ...(long ? ["fx-long"] : []));
      const message = word("at_place", { severity: name(worst), message: say(found[0].message) });
      const button = doc.createElement("button");
      button.className = "fx-mark fx-" + worst;
      button.type = "button";
      button.textContent = found.length > 1 ? found.length : GLYPH[worst];
      button.title = found.length > 1 ? word("more", { count: found.length, message }) : message;
      button.setAttribute("aria-label", button.title);
      button.addEventListener("click", (event) => {
        event.stopPropagation();
        pick(found[0], true);
      });
      const anchor = doc.createElement("span");
      anchor.append(button);
      // Figures stay in line below each other: their marks take no room.
      const number = !long && (node.localName === "nonFraction" || $("*|nonFraction", node));
      anchor.className = "fx-anchor " + (long ? "margin" : number ? "number" : "after");
      if (long) firstBlock(node).prepend(anchor);
      else if (number) node.before(anchor);
      else if (/^h[1-6]$/.test(node.localName)) node.append(anchor);
      else node.after(anchor);
    }
  };
  // Show a place; of several languages, the one that is shown.
  const go = (each) => {
    if (!frame) return;
    const doc = frame.contentDocument;
    for (const one of all(".fx-on", doc)) one.classList.remove("fx-on");
    if (narrow.matches) view("document");
    const found = spots(each), node = found.find(shows) || found[0];
    if (!node) return;
    const lit = isLong(node) && node.firstElementChild ? [...node.children].filter((one) => !one.matches(".fx-anchor")) : [node];
    for (const one of lit) one.classList.add("fx-on");
    (shows(node) ? node : node.parentElement).scrollIntoView({ block: "center" });
  };
  const pick = (each, fromDocument = false) => {
    picked = key(each);
    for (const one of all(".list .finding")) {
      if (one.dataset.key === picked) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
    if (fromDocument) {
      view("findings");
      const button = all(".list .finding").find((one) => one.dataset.key === picked);
      if (button) { button.scrollIntoView({ block: "center" }); button.focus({ preventScroll: true }); }
      if (narrow.matches) return;
    }
    go(each);
  };

  // The new document is laid out behind the old one, brought to the same place, and only then shown.
  const prepare = (made) => {
    const doc = made.contentDocument, sheet = new made.contentWindow.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    doc.adoptedStyleSheets = [sheet];
    for (const each of all('a[href^="http"]', doc)) { each.target = "_blank"; each.rel = "noopener noreferrer"; }
    $(".bar", doc).removeAttribute("role"); // the banner is ours
    dress(doc);
  };
  const anchorOf = (doc) => {
    let best = null;
    for (const each of all("[id]", $(".main", doc))) {
      const box = each.getBoundingClientRect();
      if (each.getClientRects().length && (!best || Math.abs(box.top) < Math.abs(best.top))) best = { id: each.id, top: box.top };
    }
    return best;
  };
  const restore = (old, made, seen) => {
    const doc = made.contentDocument;
    if ($("body.tags", old.contentDocument)) $(".controls button", doc).click();
    const same = seen && doc.getElementById(seen.id), top = old.contentWindow.scrollY;
    if (top > 0 && shows(same)) made.contentWindow.scrollTo(0, Math.round(made.contentWindow.scrollY + same.getBoundingClientRect().top - seen.top));
    else made.contentWindow.scrollTo(0, top);
  };
  const load = (number) => {
    if (coming) coming.remove();
    const made = coming = make("iframe", { class: "next", src: "/page?" + number, title: word("document") });
    made.addEventListener("load", () => {
      if (made !== coming || !made.contentDocument || !$(".main", made.contentDocument)) return;
      const old = frame, focused = old && document.activeElement === old;
      const before = old && anchorOf(old.contentDocument);
      prepare(made);
      frame = made;
      coming = null;
      mark();
      if (old) restore(old, made, before);
      const again = picked && state.findings.find((each) => key(each) === picked);
      if (again) for (const node of spots(again).filter(shows).slice(0, 1)) if (!isLong(node)) node.classList.add("fx-on");
      made.classList.remove("next");
      if (old) old.remove();
      if (focused) made.contentWindow.focus();
      root.dataset.shown = number;
    });
    $(".frames").append(made);
  };

  // --- news -------------------------------------------------------------------------------------------------------
  let asking = false, again = false;
  const refresh = async () => {
    if (asking) { again = true; return; }
    asking = true;
    try {
      const answer = await fetch("/state");
      if (!answer.ok) throw new Error(String(answer.status));
      state = await answer.json();
      if (state.findings) keyed(state.findings);
      reachable = true;
      draw();
      if (state.page && state.page !== at) load((at = state.page));
      else mark();
      root.dataset.state = state.number;
    } catch (error) {
      reachable = false;
      if (state) status();
    }
    asking = false;
    if (again) { again = false; refresh(); }
  };
  // A browser holds few connections to one address: a page that is not seen gives its own back.
  let news = null;
  const listen = () => {
    if (news) news.close();
    news = null;
    if (document.hidden) return;
    news = new EventSource("/events");
    news.addEventListener("message", (event) => {
      if (!state || !reachable || Number(event.data) !== state.number) refresh();
    });
    news.addEventListener("error", () => { reachable = false; if (state) status(); });
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
