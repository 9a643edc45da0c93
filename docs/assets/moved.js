// Leads from a page that has moved to the same place on the new one: what was chosen there and the anchor go with the reader.
const to = new URL(document.querySelector("link[rel=canonical]").href);
to.search = location.search;
to.hash = location.hash;
location.replace(to);
