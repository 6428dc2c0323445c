"use strict";
// Lights every place of the item under the pointer or focus, and says what it is; the page works without it.
const places = [...document.querySelectorAll("[data-items]")];
const note = document.getElementById("note");
function light(ids, words) {
  for (const place of places) {
    const own = place.dataset.items.split(" ");
    place.classList.toggle("lit", ids.some((id) => own.includes(id)));
  }
  if (note) note.textContent = words;
}
for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const card = event.target.closest("[data-lights]");
    const place = event.target.closest("[data-items]");
    if (card) light(card.dataset.lights.split(" "), "");
    else if (place && place.dataset.target) light([place.dataset.target], place.title);
    else light([], "");
  });
}
