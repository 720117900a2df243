// Reading an old report: rows beside the text, chosen and decided on with the keyboard. Every button works without this.
{
  const desk = document.querySelector("[data-reading]");
  const offers = () => [...document.querySelectorAll("#offers .offer[tabindex]")];
  let after = null;

  const point = (anchor) => {
    document.querySelector(".sheet .here")?.classList.remove("here");
    const place = anchor && document.getElementById(anchor);
    if (!place) return;
    place.classList.add("here");
    if (matchMedia("(width >= 52rem)").matches) place.scrollIntoView({ block: "center" });
  };

  const choose = (offer) => {
    if (!offer || offer.hasAttribute("aria-current")) return;
    document.querySelector("#offers .offer[aria-current]")?.removeAttribute("aria-current");
    offer.setAttribute("aria-current", "true");
    point(offer.dataset.anchor);
    const pane = document.getElementById("offers"), top = offer.getBoundingClientRect(), room = pane.getBoundingClientRect();
    if (top.top < room.top || top.bottom > room.bottom) offer.scrollIntoView({ block: "nearest" });
  };

  const take = (offer) => {
    offer?.focus({ preventScroll: true });
    choose(offer);
  };

  const step = (offer, by) => {
    const all = offers();
    take(all[Math.min(Math.max(all.indexOf(offer) + by, 0), all.length - 1)]);
  };

  // The next row that waits, from this one on; after the last the first.
  const waiting = (offer) => {
    const all = offers(), place = all.indexOf(offer);
    const other = [...all.slice(place + 1), ...all.slice(0, place)].find((one) => "open" in one.dataset);
    return (other ?? offer)?.id;
  };

  addEventListener("focusin", (event) => choose(event.target.closest?.("#offers .offer[tabindex]")));
  addEventListener("click", (event) => {
    const offer = event.target.closest?.("#offers .offer[tabindex]");
    if (offer && !event.target.closest("a, button, summary, input")) take(offer);
  });
  addEventListener("keydown", (event) => {
    const offer = event.target;
    if (!offer.matches?.("#offers .offer[tabindex]") || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const acts = { ArrowDown: () => step(offer, 1), ArrowUp: () => step(offer, -1) };
    const buttons = { Enter: "[data-take]", F2: "[data-mend]", Delete: "[data-refuse]" };
    const button = buttons[event.key] && offer.querySelector(buttons[event.key]);
    const act = acts[event.key] ?? (button && (() => button.click()));
    if (!act) return;
    event.preventDefault();
    act();
  });
  addEventListener("submit", (event) => {
    const offer = event.submitter?.closest(".offer");
    after = offer ? ("open" in offer.dataset ? waiting(offer) : offer.id) : null;
  }, true);
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id !== "offers") return;
    take(document.getElementById(after) ?? offers()[0]);
  });

  if (desk) {
    desk.classList.add("live");
    const asked = location.hash && document.getElementById(location.hash.slice(1));
    const first = asked?.matches?.(".offer") ? asked : offers().find((one) => "open" in one.dataset) ?? offers()[0];
    take(first);
    if (!first) point(document.querySelector("[data-place]")?.dataset.place);
  }
}
