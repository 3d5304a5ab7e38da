// What pages do beyond their links and forms. Every page works without it.
(() => {
  'use strict';

  // A live board: told that something changed, it asks for itself again, as any page is asked for.
  let source = null;
  let followed = null;
  let asking = false;
  const renewEveryMs = 60000;   // for what other nodes recorded

  async function renew() {
    const board = document.querySelector('[data-live]');
    if (!board || asking || document.hidden) return;
    asking = true;
    try {
      const answer = await fetch(board.dataset.live, { headers: { Accept: 'text/html' }, redirect: 'error' });
      if (!answer.ok) { stop(); return; }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('[data-live]');
      if (!fresh || document.querySelector('[data-live]') !== board) return;
      const open = [...board.querySelectorAll('details')].map((it) => it.open);
      board.replaceChildren(...fresh.childNodes);
      board.querySelectorAll('details').forEach((it, index) => { it.open = open[index] ?? it.open; });
      const said = document.querySelector('[data-live-said]');
      if (said && said.textContent !== fresh.dataset.said) said.textContent = fresh.dataset.said;
    } catch {
      // No network, or signed out: the next change or the link asks again.
    } finally {
      asking = false;
    }
  }

  function stop() {
    source?.close();
    source = null;
    followed = null;
  }

  function follow() {
    const place = document.querySelector('[data-live]')?.dataset.changes ?? null;
    if (place === followed) return;
    stop();
    if (!place) return;
    followed = place;
    source = new EventSource(place);
    source.addEventListener('changed', renew);
  }

  setInterval(renew, renewEveryMs);
  document.addEventListener('visibilitychange', renew);
  addEventListener('pagehide', stop);
  window.Blazor?.addEventListener?.('enhancedload', follow);
  follow();
})();
