export { type Expression, type ExpressionOf, expression, isPath } from "./schemas/expression";
export { LIMITS } from "./schemas/limits";
export { type Template, type TemplatePart, template } from "./schemas/template";
