/** A square picture of dark and light modules as one SVG path of unit squares, with a quiet zone of four. */
export function picturePath(size: number, isDark: (row: number, column: number) => boolean): { size: number; path: string } {
  const quiet = 4
  let path = ''
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue
      let run = 1
      while (column + run < size && isDark(row, column + run)) run += 1
      path += `M${column + quiet} ${row + quiet}h${run}v1h-${run}z`
      column += run - 1
    }
  }
  return { size: size + quiet * 2, path }
}
