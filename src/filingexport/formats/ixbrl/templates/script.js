"use strict";
// The page is complete without this script. With it, every fact tells what it is: on pointing, clicking, or by keyboard.
(() => {
  const IX = "http://www.xbrl.org/2013/inlineXBRL", XBRLI = "http://www.xbrl.org/2003/instance", XBRLDI = "http://xbrl.org/2006/xbrldi";
  const data = JSON.parse(document.querySelector('script[type="application/json"]').textContent);
  const labels = new Map();
  // The labels of some thousand items are most of what the page would weigh: they come deflated.
  const unpack = async () => {
    const packed = Uint8Array.from(atob(data.labels), (each) => each.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    for (const line of (await new Response(stream).text()).split("\n")) {
      const [name, en, ja] = line.split("\t");
      labels.set(name, [en, ja]);
    }
  };
  const root = document.documentElement, body = document.body;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (name, more = {}, ...inner) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(more)) made.setAttribute(key, value);
    made.append(...inner);
    return made;
  };

  // --- language and landmarks --------------------------------------------------------------------------------
  const japanese = document.querySelector(".in-ja"), english = document.querySelector(".in-en");
  const language = () => (japanese ? (japanese.checked ? "ja" : "en") : root.getAttribute("xml:lang"));
  const say = (pair) => (language() === "ja" ? pair[1] : pair[0]);
  const word = (name) => say(data.words[name]);
  const told = () => {
    root.setAttribute("xml:lang", language());
    document.querySelector(".nav").setAttribute("aria-label", word("navigation"));
    toggle.textContent = word("tags");
    hide();
  };
  if (japanese) {
    const asked = new URLSearchParams(location.search).get("lang") || navigator.language || "";
    (asked.startsWith("ja") ? japanese : english).checked = true;
    for (const each of [japanese, english]) each.addEventListener("change", () => told());
  }
  document.querySelector(".bar").setAttribute("role", "banner");
  document.querySelector(".nav").setAttribute("role", "navigation");
  document.querySelector(".main").setAttribute("role", "main");
  document.querySelector(".cover").setAttribute("role", "region");
  document.querySelector(".skip").setAttribute("role", "navigation");
  document.querySelector(".skip").setAttribute("aria-label", document.querySelector(".skip").textContent);
  // A table is called by the heading that it stands below; one that is wider than its box can be scrolled by keyboard.
  const boxes = () => {
    let heading = null;
    for (const each of all("h1, h2, h3, h4, h5, h6, .scroll")) {
      if (!each.matches(".scroll")) { heading = each; continue; }
      const name = heading ? seen(heading) : word("table");
      each.firstElementChild.setAttribute("aria-label", name);
      if (each.scrollWidth > each.clientWidth) {
        each.tabIndex = 0;
        each.setAttribute("role", "region");
        each.setAttribute("aria-label", name);
      } else for (const said of ["tabindex", "role", "aria-label"]) each.removeAttribute(said);
    }
  };
  // The text of an element in the language that is shown.
  const seen = (node) => [...node.childNodes].map((each) => {
    if (each.nodeType === 3) return each.data;
    const other = japanese && each.classList && each.classList.contains(language() === "ja" ? "en" : "ja");
    return other ? "" : seen(each);
  }).join("");
  addEventListener("resize", boxes);

  // --- what a fact is ------------------------------------------------------------------------------------------
  const byId = (id) => document.getElementById(id);
  const isFact = (node) => node.namespaceURI === IX && (node.localName === "nonFraction" || node.localName === "nonNumeric");
  const factOf = (node) => {
    for (let at = node; at && at !== body; at = at.parentElement) {
      if (isFact(at)) return [at, at];
      if (at.classList.contains("f")) {
        const hidden = [...at.classList].find((each) => each.startsWith("of-"));
        const fact = hidden ? byId(hidden.slice(3)) : [...at.getElementsByTagNameNS(IX, "*")].find(isFact);
        if (fact) return [fact, at];
      }
    }
    return null;
  };
  const local = (name) => name.slice(name.indexOf(":") + 1);
  const label = (name) => (labels.has(name) ? say(labels.get(name)) : local(name));
  const day = (text) => text.replace("T00:00:00", "");
  const child = (node, space, name) => node.getElementsByTagNameNS(space, name)[0];
  const text = (node, name) => (child(node, XBRLI, name) || { textContent: "" }).textContent.trim();
  const measures = (node) => [...node.getElementsByTagNameNS(XBRLI, "measure")].map((each) => local(each.textContent.trim())).join(" × ");
  const unit = (id) => {
    const node = byId(id), over = node && child(node, XBRLI, "unitDenominator");
    if (!node) return id;
    return over ? measures(child(node, XBRLI, "unitNumerator")) + " / " + measures(over) : measures(node);
  };
  const describe = (fact) => {
    const rows = [], name = fact.getAttribute("name"), context = byId(fact.getAttribute("contextRef"));
    const nil = fact.getAttribute("xsi:nil") === "true";
    if (context) {
      const moment = text(context, "instant");
      if (moment) rows.push([word("instant"), day(moment)]);
      else rows.push([word("period"), day(text(context, "startDate")) + " – " + day(text(context, "endDate"))]);
      const members = [...context.getElementsByTagNameNS(XBRLDI, "*")].map((each) => {
        const axis = label(each.getAttribute("dimension"));
        const typed = each.localName === "typedMember";
        return axis + (typed ? " " + word("row") + " " : ": ") + (typed ? each.textContent.trim() : label(each.textContent.trim()));
      });
      if (members.length) rows.push([word("dimensions"), members.join("; ")]);
    }
    if (fact.localName === "nonFraction") {
      rows.push([word("unit"), unit(fact.getAttribute("unitRef"))]);
      if (!nil) {
        const decimals = fact.getAttribute("decimals");
        rows.push([word("accuracy"), decimals === "INF" ? word("exact") : decimals > 0 ? "0." + "0".repeat(decimals - 1) + "1" : Number("1e" + -decimals).toLocaleString("en")]);
        const scale = Number(fact.getAttribute("scale") || 0), digits = fact.textContent.replace(/,/g, "").trim();
        rows.push([word("value"), (fact.getAttribute("sign") || "") + scaled(digits, scale)]);
      }
    }
    if (nil) rows.push([word("value"), word("nil")]);
    const both = labels.get(name) || [local(name), local(name)];
    const [first, second] = language() === "ja" ? [both[1], both[0]] : both;
    const list = make("dl");
    for (const [key, value] of rows) list.append(make("dt", {}, key), make("dd", {}, value));
    return [make("p", { class: "what" }, first), ...(second === first ? [] : [make("p", { class: "second" }, second)]), make("code", {}, name), list];
  };
  // Digits are moved, not multiplied: no figure is rounded for being shown.
  const scaled = (digits, scale) => {
    const [whole, fraction = ""] = digits.split(".");
    let all = whole + fraction, point = whole.length + scale;
    if (point > all.length) all = all.padEnd(point, "0");
    if (point <= 0) { all = "0".repeat(1 - point) + all; point = 1; }
    const front = all.slice(0, point).replace(/^0+(?=\d)/, "").replace(/\B(?=(\d{3})+$)/g, ",");
    return front + (all.length > point ? "." + all.slice(point) : "");
  };

  // --- the tip --------------------------------------------------------------------------------------------------
  const tip = make("div", { class: "tip", role: "status" });
  let shown = null, timer = 0, pinned = false;
  const hide = () => {
    clearTimeout(timer);
    if (shown) shown.classList.remove("on");
    shown = null;
    pinned = false;
    tip.remove();
  };
  const show = (fact, place) => {
    if (shown === place) return;
    hide();
    shown = place;
    place.classList.add("on");
    tip.replaceChildren(...describe(fact));
    body.append(tip);
    const at = place.getBoundingClientRect(), room = tip.getBoundingClientRect(), wide = root.clientWidth;
    const left = Math.max(8, Math.min(at.left, wide - room.width - 8));
    const below = at.bottom + room.height + 12 < innerHeight || at.top < room.height + 12;
    tip.style.left = left + scrollX + "px";
    tip.style.top = (below ? Math.min(at.bottom, innerHeight - 40) + 6 : at.top - room.height - 6) + scrollY + "px";
  };
  const main = document.querySelector(".main");
  main.addEventListener("mouseover", (event) => {
    if (pinned) return;
    clearTimeout(timer);
    const found = factOf(event.target);
    if (!found) { timer = setTimeout(hide, 150); return; }
    // Text is read, not asked: it tells by itself only while tags are shown. Figures always do.
    if (found[0].localName === "nonNumeric" && found[1] === found[0] && !body.classList.contains("tags")) { timer = setTimeout(hide, 150); return; }
    timer = setTimeout(() => show(...found), 250);
  });
  main.addEventListener("mouseleave", () => { if (!pinned) hide(); });
  main.addEventListener("click", (event) => {
    if (event.target.closest("a, button, input") || String(getSelection())) return;
    const found = factOf(event.target);
    if (found) { show(...found); pinned = true; } else hide();
  });
  main.addEventListener("focusin", (event) => {
    const found = body.classList.contains("tags") && factOf(event.target.classList.contains("stop") ? event.target.firstElementChild : event.target);
    if (found) show(found[0], event.target);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // --- tags: every fact marked, and a stop for the keyboard ----------------------------------------------------
  const toggle = make("button", { type: "button", "aria-pressed": "false" });
  document.querySelector(".controls").append(toggle);
  const facts = () => [...main.getElementsByTagNameNS(IX, "*")].filter(isFact);
  toggle.addEventListener("click", () => {
    const on = body.classList.toggle("tags");
    toggle.setAttribute("aria-pressed", String(on));
    hide();
    if (on) {
      for (const fact of facts()) {
        let stop = fact.closest(".f");
        if (!stop || !main.contains(stop)) {
          // Elements of other namespaces take no focus: each gets a holder that does.
          stop = make(fact.getAttribute("escape") === "true" ? "div" : "span", { class: "stop" });
          fact.before(stop);
          stop.append(fact);
        }
        stop.tabIndex = 0;
      }
      for (const each of all(".f", main)) each.tabIndex = 0;
    } else {
      for (const stop of all(".stop", main)) stop.replaceWith(...stop.childNodes);
      for (const each of all(".f", main)) each.removeAttribute("tabindex");
    }
  });

  // --- where in the contents the reader is ----------------------------------------------------------------------
  const nav = document.querySelector(".nav");
  const links = new Map(all(".nav a").map((each) => [each.getAttribute("href").slice(1), each]));
  if ("IntersectionObserver" in window) {
    const seen = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        for (const each of links.values()) each.removeAttribute("aria-current");
        const link = links.get(entry.target.id);
        link.setAttribute("aria-current", "true");
        // Only the contents' own box is scrolled, never the page.
        if (getComputedStyle(nav).position === "sticky") {
          nav.scrollTop += Math.min(0, link.getBoundingClientRect().top - nav.getBoundingClientRect().top - 40)
            + Math.max(0, link.getBoundingClientRect().bottom - nav.getBoundingClientRect().bottom + 40);
        }
      }
    }, { rootMargin: "-10% 0px -80% 0px" });
    for (const id of links.keys()) if (byId(id)) seen.observe(byId(id));
  }
  told();
  boxes();
  if ("DecompressionStream" in window) unpack();
})();
