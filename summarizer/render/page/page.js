// Statements and source light each other. Every element that stands on places names them in data-e, and every stretch
// of the source says there which places lie over it; data-x names the words of the source that speak against it.
// Without this script the page's links still lead, and light, by its address.
"use strict";
(() => {
  const root = document.documentElement;
  const result = document.getElementById("result");
  const source = document.getElementById("source");
  const stands = document.getElementById("stands");
  const told = document.getElementById("told");
  const isWide = matchMedia("(min-width: 60rem) and (min-height: 26rem)");
  const isStill = matchMedia("(prefers-reduced-motion: reduce)");
  const statements = [...document.querySelectorAll("[data-say]")];
  const names = (element, key) => (element?.dataset[key] ?? "").split(" ").filter(Boolean);

  const byPlace = (key) => {
    const found = new Map();
    for (const element of source.querySelectorAll(`[data-${key}]`)) {
      for (const name of names(element, key)) {
        if (!found.has(name)) found.set(name, []);
        found.get(name).push(element);
      }
    }
    return found;
  };
  const support = byPlace("e");
  const against = byPlace("x");
  let chosen = null; // the statement that stays lit
  let step = 0; // which of its places was shown last
  let waiting = 0;

  // --- what is lit in the source -------------------------------------------------------------------------------

  let lit = [];
  const put = (element, kind) => {
    element.classList.add(kind);
    lit.push([element, kind]);
  };
  const dark = () => {
    for (const [element, kind] of lit) element.classList.remove(kind);
    lit = [];
  };
  const isBox = (element) => element.localName === "rect";
  const isSeen = (element) => element.getClientRects().length > 0;

  function light(element) {
    dark();
    if (!element) return;
    put(element, "lit");
    const card = element.closest(".card");
    if (card) put(card, "lit");
    for (const name of names(element, "e")) {
      for (const part of support.get(name) ?? []) {
        if (part.matches(".e, rect")) put(part, "lit");
      }
    }
    for (const name of names(element, "x")) {
      for (const part of against.get(name) ?? []) put(part, "against");
    }
  }

  // --- moving there --------------------------------------------------------------------------------------------

  function bring(target, pane) {
    if (!target) return;
    const behavior = isStill.matches ? "auto" : "smooth";
    const box = target.getBoundingClientRect();
    const frame = isWide.matches ? pane.getBoundingClientRect() : { top: 0, height: innerHeight, bottom: innerHeight };
    const edge = Math.min(96, frame.height / 5);
    if (box.top >= frame.top + edge && box.bottom <= frame.bottom - edge / 2) return;
    const scroller = isWide.matches ? pane : root;
    const top = scroller.scrollTop + box.top - frame.top - Math.max(edge, (frame.height - box.height) / 3);
    scroller.scrollTo({ top, behavior });
  }

  // The first visible part of a place: a stretch of text, a box on a page, or the page itself.
  function partOf(name) {
    const parts = (support.get(name) ?? []).filter(isSeen);
    return parts.find(isBox) ?? parts.find((part) => part.matches(".e")) ?? parts[0];
  }
  const toPlace = (element, number) => {
    const places = names(element, "e");
    if (places.length) bring(partOf(places[number % places.length]), source);
  };
  const statementAt = (node) => node?.closest?.("#result [data-e], #result [data-say]") ?? null;

  // The words of a place, for those who listen.
  const wordsAt = (name) =>
    (support.get(name) ?? [])
      .filter((part) => part.matches(".e"))
      .map((part) => part.textContent)
      .join(" ")
      .slice(0, 400);

  function address(name) {
    try {
      history.replaceState(null, "", `#${name}`);
    } catch {
      // A page in a frame without an address of its own has none to show.
    }
  }

  // --- choosing a statement ------------------------------------------------------------------------------------

  function choose(element, { move = true } = {}) {
    clearTimeout(waiting); // what is chosen leads, and what was hovered on the way there no more
    const same = element && element === chosen;
    step = same ? step + 1 : 0;
    for (const one of statements) one.toggleAttribute("aria-current", one === element);
    chosen = element;
    light(element);
    tell([]);
    told.textContent = "";
    if (!element) return;
    if (move) toPlace(element, step);
    const places = names(element, "e");
    const name = places[0];
    address(element.id || name);
    told.textContent = places.length ? `It stands on: ${wordsAt(places[step % places.length])}` : "It stands on nothing.";
  }

  function show(element) {
    for (let box = element.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    bring(element, result);
  }

  const listed = () => statements.filter((one) => result.contains(one) && isSeen(one));

  function go(by) {
    const all = listed();
    if (!all.length) return;
    const here = all.indexOf(statementAt(document.activeElement) ?? chosen);
    const at = here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + by, 0), all.length - 1);
    all[at].focus({ preventScroll: true });
    bring(all[at], result);
    choose(all[at], { move: isWide.matches });
    if (at === here) toPlace(all[at], 0);
  }

  // --- what stands on a sentence of the source -----------------------------------------------------------------

  function tell(found, words) {
    stands.replaceChildren();
    if (!found.length && !words) return;
    const said = document.createElement("p");
    said.textContent = words;
    stands.append(said);
    for (const element of found) {
      const link = document.createElement("a");
      link.href = `#${element.id}`;
      link.dir = "auto";
      const name = document.createElement("b");
      name.textContent = element.dataset.say;
      link.append(name, ` ${element.textContent}`);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        show(element);
        element.focus({ preventScroll: true });
        choose(element, { move: isWide.matches });
      });
      stands.append(link);
    }
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => choose(null));
    stands.append(close);
  }

  function ask(sentence) {
    const here = new Set(names(sentence, "e"));
    for (const part of sentence.querySelectorAll("[data-e]")) for (const name of names(part, "e")) here.add(name);
    choose(null);
    put(sentence, "asked");
    const found = statements.filter((one) => one.id && names(one, "e").some((name) => here.has(name)));
    for (const one of found) put(one, "lit");
    const wordsOf = (one) => `${one.dataset.say} ${one.textContent}`;
    const each = found.filter((one, at) => found.findIndex((other) => wordsOf(other) === wordsOf(one)) === at);
    const first = found.find(isSeen);
    if (first && isWide.matches) bring(first, result);
    const words = found.length ? "On this sentence stands:" : "Nothing stands on this sentence.";
    tell(each, words);
  }

  // --- mouse, keys, address ------------------------------------------------------------------------------------

  result.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const over = statementAt(event.target);
    clearTimeout(waiting);
    light(over ?? chosen);
    if (over && over !== chosen && isWide.matches) {
      waiting = setTimeout(() => toPlace(over, 0), 90); // who only passes by is not followed
    }
  });
  result.addEventListener("pointerleave", () => {
    clearTimeout(waiting);
    light(chosen);
  });
  result.addEventListener("focusin", (event) => {
    const on = statementAt(event.target);
    if (!on) return;
    light(on);
    if (isWide.matches) toPlace(on, 0);
  });
  result.addEventListener("focusout", () => light(chosen));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link?.matches(".back")) {
      event.preventDefault();
      const goal = document.getElementById(link.hash.slice(1));
      show(goal);
      goal.focus({ preventScroll: true });
      choose(goal, { move: false });
    } else if (link && result.contains(link)) {
      if (!link.dataset.e && !link.dataset.say) return;
      event.preventDefault();
      choose(link);
    } else if (link?.matches(".up")) {
      if (!chosen) return;
      event.preventDefault();
      show(chosen);
      chosen.focus({ preventScroll: true });
    } else if (!link && source.contains(event.target)) {
      const part = event.target.closest(".s, rect, .sheet");
      if (part && getSelection().isCollapsed) ask(part);
    }
  });

  const KEYS = { j: 1, n: 1, ArrowDown: 1, k: -1, p: -1, ArrowUp: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return choose(null);
    const by = KEYS[event.key];
    const isArrow = event.key.startsWith("Arrow");
    // Arrows belong to what is scrolled or chosen with them.
    if (!by || (isArrow && event.target.closest("#source, input, #stands"))) return;
    event.preventDefault();
    go(by);
  });
  for (const button of document.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => {
      button.blur();
      go(Number(button.dataset.step));
    });
  }
  for (const radio of document.querySelectorAll("input[name=show]")) {
    radio.addEventListener("change", () => {
      if (radio.id === "show-refused") for (const one of document.querySelectorAll(".of-refused")) one.open = true;
      result.scrollTop = 0;
    });
  }
  for (const radio of document.querySelectorAll("input[name=view]")) {
    radio.addEventListener("change", () => toPlace(chosen, 0));
  }
  addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll("details.folded")) box.open = true;
  });

  function byAddress() {
    const name = location.hash.slice(1);
    const goal = document.getElementById(name);
    if (goal?.matches("[data-say]")) {
      show(goal);
      choose(goal);
    } else if (support.has(name)) {
      light(null);
      for (const part of support.get(name)) put(part, "lit");
      bring(partOf(name), source);
    }
  }
  addEventListener("hashchange", byAddress);
  root.classList.add("js");
  byAddress();
})();
