declare module 'edmonds-blossom-fixed' {
  /**
   * A matching of greatest weight in a general graph; with `maxCardinality`, among those with the most pairs. Edges are
   * `[one, other, weight]` with vertices from 0. Answers the partner of each vertex that has an edge, -1 for none.
   */
  export default function blossom(edges: [number, number, number][], maxCardinality?: boolean): number[];
}
