/** Why a value means another thing under the new heading: the old one names a unit, `Cost (k$)`, that this one does not. */
export function unitLost(from: string | undefined, to: string): string | undefined {
  const unit = UNIT.exec(from ?? "")?.[1]?.trim();
  return unit === undefined || to.toLowerCase().includes(unit.toLowerCase())
    ? undefined
    : `its unit, ${unit}, stood in the heading alone`;
}

const UNIT =
  /[([]\s*(?:in )?((?:k|m|mio|thousands?(?: of)?|millions?(?: of)?)?\s?(?:[$€£]|usd|us\$|eur|gbp|dollars?|euros?)\s?[km]?|%|percent|k|(?:person[- ]?|man[- ]?)?(?:hours?|hrs?|days?|weeks?|months?))\s*[)\]]/i;
