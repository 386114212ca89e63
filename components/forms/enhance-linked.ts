/** A list shows what its choice above holds, and nothing else; emptied when that choice changes. */
export function enhance(place: HTMLElement) {
  const lists = [...place.querySelectorAll<HTMLSelectElement>("select")];
  const groups = lists.map((list) => [...list.querySelectorAll("optgroup")]);
  const cut = (level: number) => {
    const [list, above] = [lists[level], lists[level - 1]];
    if (!list || !above) return;
    const kept = groups[level]?.filter((group) => group.dataset.of === above.value) ?? [];
    const chosen = list.value;
    for (const group of groups[level] ?? []) group.remove();
    list.append(...kept);
    list.value = kept.some((group) => group.querySelector(`option[value="${CSS.escape(chosen)}"]`))
      ? chosen
      : "";
    const isUseless = above.value !== "" && kept.length === 0;
    list.closest("div")?.toggleAttribute("hidden", isUseless);
    cut(level + 1);
  };
  for (const [level, list] of lists.entries())
    list.addEventListener("change", () => cut(level + 1));
  cut(1);
}
