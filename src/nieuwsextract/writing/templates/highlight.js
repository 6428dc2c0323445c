"use strict";
// Lights every place of the item under the pointer or focus; the page works without it.
const places = [...document.querySelectorAll("[data-items]")];
function light(ids) {
  for (const place of places) {
    const own = place.dataset.items.split(" ");
    place.classList.toggle("lit", ids.some((id) => own.includes(id)));
  }
}
for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const card = event.target.closest("[data-lights]");
    const place = event.target.closest("[data-items]");
    light(card ? card.dataset.lights.split(" ") : place && place.dataset.target ? [place.dataset.target] : []);
  });
}
