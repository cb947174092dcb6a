"use strict";
// Without this script all is there and open; with it, details are closed until asked for, and the search works.
(() => {
  const $ = (id) => document.getElementById(id);
  const items = [...document.querySelectorAll("main .item > details")];
  const form = $("search-form"), box = $("search"), found = $("found"), nothing = $("nothing");
  const setAll = (open) => items.forEach((each) => { each.open = open; });

  // Full-width letters, ligatures and case do not matter: ＮＥＴ finds net.
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const rows = [...document.querySelectorAll("main li")].map((node) => {
    const head = node.querySelector(".head");
    const name = head.querySelector(".name").textContent;
    const label = [...head.querySelectorAll(".label")].map((each) => each.textContent).join(" ");
    const also = [...node.querySelectorAll(":scope > details .also")].map((each) => each.textContent).join(" ");
    return { node, name, text: plain(label + " " + name + " " + also) };
  });

  const search = () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    const shown = new Set(), names = new Set();
    let first = null;
    for (const row of rows) {
      if (!words.every((word) => row.text.includes(word))) continue;
      names.add(row.name);
      first ??= row.node;
      // What stands above a hit stays, so that its place can be seen.
      for (let node = row.node; node.matches("li"); node = node.parentElement.parentElement) {
        if (shown.has(node)) break;
        shown.add(node);
      }
    }
    for (const row of rows) row.node.hidden = !shown.has(row.node);
    for (const chapter of document.querySelectorAll("main .chapter")) {
      chapter.hidden = !chapter.querySelector("li:not([hidden])");
    }
    nothing.hidden = names.size > 0;
    const ja = document.documentElement.lang === "ja";
    found.textContent = words.length === 0 ? "" : ja ? `${names.size}件` : `${names.size} found`;
    return first;
  };

  const reveal = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { return; }
    const target = $(name);
    if (!target || !target.closest("main")) return;
    if (target.closest("[hidden]")) { box.value = ""; search(); }
    const details = target.querySelector(":scope > details");
    if (details) details.open = true;
    target.scrollIntoView();
  };

  const language = () => {
    document.documentElement.lang = $("in-ja").checked ? "ja" : "en";
    search();
  };

  setAll(false);
  form.hidden = false;
  if (matchMedia("(max-width: 52rem)").matches) $("contents-details").open = false;
  const asked = new URLSearchParams(location.search);
  if (asked.get("lang") === "ja") $("in-ja").checked = true;
  box.value = asked.get("q") ?? "";
  language();
  reveal();

  box.addEventListener("input", search);
  $("in-en").addEventListener("change", language);
  $("in-ja").addEventListener("change", language);
  $("open-all").addEventListener("click", () => setAll(true));
  $("close-all").addEventListener("click", () => setAll(false));
  addEventListener("hashchange", reveal);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = search();
    const stop = first?.querySelector("summary, a");
    (stop ?? first)?.scrollIntoView({ block: "center" });
    stop?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input[type=search], textarea")) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  // Paper cannot be opened: all is printed, and put back as it was.
  let before = [];
  addEventListener("beforeprint", () => { before = items.map((each) => each.open); setAll(true); });
  addEventListener("afterprint", () => before.forEach((open, number) => { items[number].open = open; }));
})();
