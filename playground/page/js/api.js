/** The control API (playground/API.md): requests, and the stream of events with its reconnection. */

export class Refused extends Error {}

async function request(path, options) {
  const response = await fetch(path, options);
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(body.error ?? response.statusText);
  return body;
}

function get(path, params = {}) {
  const present = Object.entries(params).filter(([, value]) => value !== null && value !== undefined);
  const query = new URLSearchParams(present).toString();
  return request(query ? `${path}?${query}` : path);
}

function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return request(path, { method: "POST", headers, body: JSON.stringify(body) });
}

export const world = (person) => get("/api/world", { as: person });
export const history = (person, chat, thread, before, limit = 50) =>
  get("/api/history", { as: person, chat, thread, before, limit });
export const act = (person, verb, fields) => post("/api/act", { as: person, verb, ...fields });
export const faults = () => get("/api/faults");
export const setFaults = (fields) => post("/api/faults", fields);
export const calls = (after) => get("/api/calls", { after, limit: 200 });
export const addPerson = (fields) => post("/api/people", fields);
export const addGroup = (fields) => post("/api/groups", fields);
export const mediaUrl = (fileId) => `/api/media/${encodeURIComponent(fileId)}`;

const LONGEST_PAUSE = 8000;

/** Follows a person's events until the returned function is called. The browser repairs a broken
 * connection itself, but gives up for good after an answer that is no stream; then we ask again. */
export function listen(person, onEvent, onState) {
  let source;
  let timer;
  let pause = 500;
  const open = () => {
    source = new EventSource(`/api/events?as=${person}`);
    source.onopen = () => { pause = 500; };
    source.onmessage = (event) => onEvent(JSON.parse(event.data));
    source.onerror = () => {
      onState(false);
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
  };
  open();
  return () => { clearTimeout(timer); source.close(); };
}
