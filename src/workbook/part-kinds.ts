/** What is done with a part when its texts are reworded: `reworded`, `blanked` (a picture), `removed` or `refused`. */
export type PartFate = "reworded" | "blanked" | "removed" | "refused";

/** What becomes of a part of that content type. What is not known is refused: it could hold anything. */
export function fateOf(contentType: string, name: string): PartFate {
  const type = contentType.toLowerCase();
  if (/^customxml\/|^customui\/|^docmetadata\/|^_xmlsignatures\/|^xl\/metadata$/i.test(name)) return "removed";
  if (type.startsWith("image/")) return /^docprops\//i.test(name) ? "removed" : "blanked";
  if (REMOVED.test(type)) return "removed";
  return REWORDED.test(type) ? "reworded" : "refused";
}

const OFFICE = String.raw`^application/vnd\.(?:openxmlformats(?:-officedocument|-package)|ms-excel|ms-office)[\w.-]*?[.]`;

/** XML whose places for text are known (`part-places.ts`). */
const REWORDED = new RegExp(
  `${OFFICE}(?:(?:sheet|template|sheet\\.macroenabled|template\\.macroenabled)\\.main|worksheet|chartsheet|dialogsheet|sharedstrings|styles|theme|themeoverride|table|tablesinglecells|comments|threadedcomments|person|calcchain|drawing|vmldrawing|chart|chartex|chartstyle|chartcolorstyle|chartshapes|externallink|connections|querytable|pivottable|pivotcachedefinition|pivotcacherecords|slicer|slicercache|timeline|timelinecache|sheetmetadata|rdrichvalue|rdrichvaluestructure|rdrichvaluetypes|controlproperties|volatiledependencies|core-properties|extended-properties)(?:\\+xml)?$`,
);

/** What a workbook stays whole without: printers, macros and their signatures, properties and data of other programs. */
const REMOVED = new RegExp(
  `${OFFICE}(?:printersettings|custom-properties|customxmlproperties|vbaproject|vbaprojectsignature\\w*|customproperty|attachedtoolbars|revisionheaders|revisionlog|usernames|digital-signature-[\\w-]+|webextension\\w*|labelinfo)(?:\\+xml)?$`,
);
