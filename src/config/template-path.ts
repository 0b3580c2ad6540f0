/** Whether what was given as a template is the path of a file, not the id of a form that poam knows. */
export function isTemplatePath(template: string): boolean {
  return /[\\/]|\.json$/i.test(template);
}
