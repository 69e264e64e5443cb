// Looks again every two seconds while something is under way, and puts what is new in its place. Without it a link does.
const pause = () => new Promise((resolve) => setTimeout(resolve, 2000));
for (let part = document.querySelector("[data-live]"); part; part = document.querySelector("[data-live]")) {
  await pause();
  if (document.hidden) continue;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) continue;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.getElementById(part.id);
    if (!now) break;
    if (!("live" in now.dataset)) location.reload();
    part.replaceWith(now);
  } catch {
    // the connection is away for a moment
  }
}
