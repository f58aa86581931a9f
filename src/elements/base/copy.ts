/**
 * Puts a text on the clipboard that still has to be fetched. The browser is asked at once, because it allows
 * copying only within the person's press; false when it refuses (I12).
 */
export async function copyLater(text: Promise<string>): Promise<boolean> {
  try {
    const blob = text.then((plain) => new Blob([plain], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    return true;
  } catch {
    return copyNow(await text);
  }
}

/** Puts a text on the clipboard; false when the browser refuses (I12). */
export async function copyNow(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
