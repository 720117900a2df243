// Where the focus stands: it is not lost when a part comes in, a sheet closes or a page tells something.

// A page that tells what is wrong, or what was done, begins there: it is read out, and Tab goes on from it.
const TOLD = ["#wrong", ":is(input, select, textarea)[aria-invalid=true]", "main [role=alert]", "[data-note]"];
const begin = () => {
  const told = TOLD.map((way) => document.querySelector(way)).find(Boolean);
  if (told && !told.matches("input, select, textarea")) told.tabIndex = -1;
  told?.focus();
};
begin();
// A place named in the address takes the focus away; past the menu one goes without one, which would stay in it.
addEventListener("load", () => { if (document.activeElement === document.body) begin(); });
addEventListener("click", (event) => {
  const past = event.target.closest?.("a.skip");
  if (!past) return;
  event.preventDefault();
  document.querySelector(past.hash).focus();
});
addEventListener("click", (event) => {
  if (!event.target.closest("[data-dismiss]")) return;
  event.target.closest("[data-note]").remove();
  (document.querySelector("[data-note]") ?? document.getElementById("main"))?.focus();
});

// A part that takes the place of what had the focus gets it: its first fault, what it names, or its first field.
const WAYS = ["[aria-invalid=true]", "[role=alert][tabindex]", "[data-focus]", "input:not([type=hidden]), select, textarea"];
let had = false;
addEventListener("htmx:beforeSwap", (event) => { had = event.detail.target.contains(document.activeElement); });
addEventListener("htmx:load", (event) => {
  const part = event.detail.elt;
  if (!had || document.activeElement !== document.body || !part.querySelector) return;
  const to = WAYS.map((way) => part.querySelector(way)).find(Boolean);
  if (to) had = false;
  to?.focus();
});

// What is asked for in the text or the outline is shown in the pane beside; the focus goes there, and back with Esc.
let came = null;
const enter = (pane, from) => {
  const head = pane.querySelector("h2");
  if (!head) return;
  came = from;
  head.tabIndex = -1;
  head.focus();
};
addEventListener("htmx:afterSettle", (event) => {
  const asked = event.detail.requestConfig?.elt, pane = event.detail.target;
  const opened = asked === pane && document.activeElement === document.body; // the address asked for it
  if (pane?.id !== "why" || !(opened || asked?.matches(".owner a"))) return;
  enter(pane, opened ? document.getElementById("paper") : asked);
  if (matchMedia("(width < 52rem)").matches) pane.scrollIntoView();
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing || !came?.isConnected || !event.target.closest?.(".source")) return;
  came.focus();
});

// A small sheet or a menu over the page closes when the focus goes elsewhere, and gives it back when Esc closes it.
const SHEETS = "details.more[open]:has(> .panel)";
const leave = (there) => {
  for (const sheet of document.querySelectorAll(SHEETS)) if (!sheet.contains(there)) sheet.open = false;
  for (const over of document.querySelectorAll(":popover-open"))
    if (!over.contains(there) && !there.closest?.(`[popovertarget="${over.id}"]`)) over.hidePopover();
};
addEventListener("focusin", (event) => leave(event.target));
addEventListener("click", (event) => leave(event.target));
addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && event.target.closest?.("details.more[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
