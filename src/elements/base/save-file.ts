/** Hands a text, or its parts in order, to the browser as a file to keep. Nothing of it is sent anywhere. */
export function saveFile(name: string, text: string | string[], type = 'text/plain'): void {
  const url = URL.createObjectURL(new Blob([text].flat(), { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  });
}
