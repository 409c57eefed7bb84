// Takes the place of the HTTP clients that citation-js brings along (see esbuild.js): Groundwork reaches no network.
function refuse() {
  throw new Error('Groundwork reaches no network.');
}

/** Called as a ponyfill it gives the parts of fetch, each of which refuses. */
module.exports = Object.assign(() => ({ fetch: refuse, Headers: refuse, Request: refuse, Response: refuse }), {
  Headers: refuse,
});
