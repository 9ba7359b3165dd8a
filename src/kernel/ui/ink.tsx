/** Shows a drawing that Cairn made itself, as SVG text with everything in it escaped. Never what somebody sent. */
export function Ink({ svg }: { svg: string }) {
  return <figure class="ink" dangerouslySetInnerHTML={{ __html: svg }} />;
}
