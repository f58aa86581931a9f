/** What the browser was given to save, instead of saving it. */
export function saved(): { files: { name: string; blob: Blob }[]; stop(): void } {
  const files: { name: string; blob: Blob }[] = [];
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let blob: Blob | undefined;
  URL.createObjectURL = (given: Blob) => createObjectURL.call(URL, (blob = given));
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    if (blob) files.push({ name: this.download, blob });
  };
  return {
    files,
    stop() {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    },
  };
}
