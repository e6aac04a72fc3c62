type PlotCanvasProps = {
  ref: React.Ref<HTMLCanvasElement>;
  margin: { readonly left: number; readonly top: number };
  /** Room around the plot for dots on its edge; the same as given to drawPoints. */
  padding: number;
  width: number;
  height: number;
};

/** The canvas under the axes of a plot, for more points than a page can hold as elements. */
export const PlotCanvas = ({ ref, margin, padding, width, height }: PlotCanvasProps) => (
  <canvas
    ref={ref}
    aria-hidden="true"
    className="absolute"
    style={{
      left: margin.left - padding,
      top: margin.top - padding,
      width: width + 2 * padding,
      height: height + 2 * padding,
    }}
  />
);
