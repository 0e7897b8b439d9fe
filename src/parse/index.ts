/** Dependency trees: every public name of this skill. */
export {
  ancestors,
  type ChildLists,
  childLists,
  children,
  crossingArcs,
  depths,
  heads,
  isProjective,
  roots,
  subtree,
} from '../text/dependencies.js'
