// How far loading is: of the bytes that Python starts from, how many are here. The build writes their
// sum into the page (`builder/sizes.py`); which they are, the page's own preloads say.

const bar = document.getElementById("arriving");
const line = document.getElementById("loading");
const preloads = document.querySelectorAll('link[rel="preload"], link[rel="modulepreload"]');
const awaited = new Set([...preloads].map(({ href }) => href));

function arrived({ name, decodedBodySize }) {
  if (awaited.delete(name)) bar.value += decodedBodySize;
}

function nearly() {
  line.dataset.waitingText = line.dataset.nearlyText;
  if (!("ready" in document.documentElement.dataset)) line.textContent = line.dataset.nearlyText;
}

new PerformanceObserver((list, observer) => {
  list.getEntries().forEach(arrived);
  if (awaited.size) return;
  observer.disconnect();
  nearly();
}).observe({ type: "resource", buffered: true });
