// What the theme's script expects to find. It would keep settings in the browser; here nothing is kept.
window.__md_scope = new URL(JSON.parse(document.getElementById("__config").textContent).base, window.location);
window.__md_get = () => null;
window.__md_set = () => {};
