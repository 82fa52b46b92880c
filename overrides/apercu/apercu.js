// A preview: the page is loaded again when what it is made of has changed.
(async () => {
  const { vu } = document.currentScript.dataset;
  for (;;) {
    try {
      const answer = await fetch(`/-/suite?vu=${vu}`, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== vu) return location.reload();
    } catch {
      await new Promise((resume) => setTimeout(resume, 1000)); // stopped: it may be started again
    }
  }
})();
