/** Keeps the last few results of something that takes long, by what it was made of. */
export function keepLast<Made>(most: number) {
  const kept = new Map<string, Made>()
  return (key: string, make: () => Made): Made => {
    const held = kept.get(key) ?? make()
    kept.delete(key)
    kept.set(key, held)
    for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest)
    return held
  }
}
