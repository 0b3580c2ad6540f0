/**
 * Whether a value is one of the words that the standard of workbooks (ECMA-376 and Microsoft's extensions) lists for
 * attributes: `solid`, `horz`, `accent1`. Another word in their place, and Excel calls the file damaged.
 */
export function isStandardWord(value: string): boolean {
  return WORDS.has(value);
}

const WORDS: ReadonlySet<string> = new Set(
  `
  1024x768 1152x882 1152x900 1280x1024 1600x1200 1800x1440 1920x1200 3Arrows 3ArrowsGray 3dDkShadow 3dLight 3Flags 3Signs
  3Stars 3Symbols 3Symbols2 3TrafficLights1 3TrafficLights2 3Triangles 4Arrows 4ArrowsGray 4Rating 4RedToBlack 4TrafficLights
  544x376 5Arrows 5ArrowsGray 5Boxes 5Quarters 5Rating 640x480 720x512 800x600 A1 aboveAverage absolute accent1 accent2
  accent3 accent4 accent5 accent6 accentBorderCallout1 accentBorderCallout2 accentBorderCallout3 accentCallout1 accentCallout2
  accentCallout3 acrossLinear acrossLinearReversed actionButtonBackPrevious actionButtonBeginning actionButtonBlank
  actionButtonDocument actionButtonEnd actionButtonForwardNext actionButtonHelp actionButtonHome actionButtonInformation
  actionButtonMovie actionButtonReturn actionButtonSound activeBorder activeCaption aliceBlue all allowNoFillOverride
  allowNoLineOverride alphaLcParenBoth alphaLcParenR alphaLcPeriod alphaUcParenBoth alphaUcParenR alphaUcPeriod always angle
  antiqueWhite appWorkspace aqua aquamarine arabic1Minus arabic2Minus arabicDbPeriod arabicDbPlain arabicParenBoth
  arabicParenR arabicPeriod arabicPlain arc area array arrow artDeco ascending ascendingAlpha ascendingNatural asDisplayed
  atEnd auto autoFilter automatic autoMax autoMin autoNoTable autoZero average avg axisCol axisPage axisRow axisValues azure b
  background balanced banner bar base baseline beginsWith beige belowAverage bentArrow bentConnector2 bentConnector3
  bentConnector4 bentConnector5 bentUpArrow bestFit between bevel bg1 bg2 billions bisque bl black blackGray blackWhite
  blanchedAlmond blank blankRow block blockArc blue blueViolet borderCallout1 borderCallout2 borderCallout3 both bottom
  bottomLeft bottomRight box boxWhisker br bracePair bracketPair brightRoom brown btnFace btnHighlight btnShadow btnText
  burlyWood Button button cadetBlue CalcA1 callout1 callout2 callout3 can captionBeginsWith captionBetween captionContains
  captionEndsWith captionEqual captionGreaterThan captionGreaterThanOrEqual captionLessThan captionLessThanOrEqual
  captionNotBeginsWith captionNotBetween captionNotContains captionNotEndsWith captionNotEqual captionText cellColor
  cellInsert cellIs center centerContinuous chart chartPlus chartreuse chartStar chartX CheckBox chevron chilly chocolate
  chord circle circleNumDbPlain circleNumWdBlackPlain circleNumWdWhitePlain circularArrow clear clip cloud cloudCallout clr
  clustered clusteredColumn col colorScale column columns commIndAndComment commIndicator commNone compact cone coneToMax
  consolidation containsBlanks containsErrors containsText context contrasting convex coolSlant coral corner cornerTabs
  cornflowerBlue cornsilk count countA countNums crimson cross ctr cube curvedConnector2 curvedConnector3 curvedConnector4
  curvedConnector5 curvedDownArrow curvedLeftArrow curvedRightArrow curvedUpArrow cust custom cyan cycle cylinder d darkBlue
  darkCyan darkDown darken darkenLess darkGoldenrod darkGray darkGreen darkGrey darkGrid darkHorizontal darkKhaki darkMagenta
  darkOliveGreen darkOrange darkOrchid darkRed darkSalmon darkSeaGreen darkSlateBlue darkSlateGray darkSlateGrey darkTrellis
  darkTurquoise darkUp darkVertical darkViolet dash dashDnDiag dashDot dashDotDot dashed dashHeavy dashHorz dashLong
  dashLongHeavy dashUpDiag dashVert data dataBar dataTable date dateBetween dateEqual dateNewerThan dateNewerThanOrEqual
  dateNotBetween dateNotEqual dateOlderThan dateOlderThanOrEqual day days dbl dblStrike dcterms:W3CDTF decagon decimal
  deepPink deepSkyBlue default descending descendingAlpha descendingNatural diagBrick diagCross diagStripe Dialog diamond
  difference dimGray dimGrey disabled displayed dist distributed divot dk1 dk2 dkBlue dkCyan dkDnDiag dkEdge dkGoldenrod
  dkGray dkGreen dkGrey dkHorz dkKhaki dkMagenta dkOliveGreen dkOrange dkOrchid dkRed dkSalmon dkSeaGreen dkSlateBlue
  dkSlateGray dkSlateGrey dkTurquoise dkUpDiag dkVert dkViolet dnDiag dodecagon dodgerBlue donut dot dotDash dotDashHeavy
  dotDmnd dotDotDash dotDotDashHeavy dotGrid dotted dottedHeavy double doubleAccounting doubleWave downArrow downArrowCallout
  downThenOver drill Drop duplicateValues DVASPECT_CONTENT DVASPECT_ICON e ea1ChsPeriod ea1ChsPlain ea1ChtPeriod ea1ChtPlain
  ea1JpnChsDbPeriod ea1JpnKorPeriod ea1JpnKorPlain eaVert edge edit EditBox ellipse ellipseRibbon ellipseRibbon2 ellipsis
  email endsWith equal ExcelA1 ExcelR1C1 exclusive exp expression external factor field file fill filled firebrick firstColumn
  firstColumnStripe firstColumnSubheading firstHeaderCell firstRowStripe firstRowSubheading firstSubtotalColumn
  firstSubtotalRow firstTotalCell fixedVal Flag flat flood floralWhite flowChartAlternateProcess flowChartCollate
  flowChartConnector flowChartDecision flowChartDelay flowChartDisplay flowChartDocument flowChartExtract flowChartInputOutput
  flowChartInternalStorage flowChartMagneticDisk flowChartMagneticDrum flowChartMagneticTape flowChartManualInput
  flowChartManualOperation flowChartMerge flowChartMultidocument flowChartOfflineStorage flowChartOffpageConnector
  flowChartOnlineStorage flowChartOr flowChartPredefinedProcess flowChartPreparation flowChartProcess flowChartPunchedCard
  flowChartPunchedTape flowChartSort flowChartSummingJunction flowChartTerminator foldedCorner folHlink fontColor forestGreen
  formatting formula frame freezing frozen frozenSplit fuchsia fullAlpha fullHangul fullKatakana fullwidthKatakana funnel
  gainsboro gap GBox gear6 gear9 general ghostWhite glow gold goldenrod gradient gradientActiveCaption gradientInactiveCaption
  grand gray gray0625 gray125 grayText grayWhite greaterThan greaterThanOrEqual green greenYellow gregorian gregorianArabic
  gregorianMeFrench gregorianUs gregorianXlitEnglish gregorianXlitFrench grey Group hair halfAlpha halfFrame halfHangul
  halfKatakana halfwidthKatakana hardEdge harsh headerRow heart heavy hebrew hebrew2Minus heptagon hexagon hidden high
  highlight highlightText hijri hindiAlpha1Period hindiAlphaPeriod hindiNumParenR hindiNumPeriod Hiragana hiragana hlink
  homePlate honeydew horizontalScroll horz horzBrick hotLight hotPink hour hours hqprint hundredMillions hundreds
  hundredThousands icon iconSet in inactiveBorder inactiveCaption inactiveCaptionText inBase inclusive index indianRed indigo
  inEnd infoBk information infoText inline inlineStr inner invGray irregularSeal1 irregularSeal2 isometricBottomDown
  isometricBottomUp isometricLeftDown isometricLeftUp isometricOffAxis1Left isometricOffAxis1Right isometricOffAxis1Top
  isometricOffAxis2Left isometricOffAxis2Right isometricOffAxis2Top isometricOffAxis3Bottom isometricOffAxis3Left
  isometricOffAxis3Right isometricOffAxis4Bottom isometricOffAxis4Left isometricOffAxis4Right isometricRightDown
  isometricRightUp isometricTopDown isometricTopUp ivory japan just justify justLow KeyValue khaki korea l Label label
  landscape last7Days lastColumn lastHeaderCell lastMonth lastQuarter lastTotalCell lastWeek lastWins lastYear lavender
  lavenderBlush lawnGreen layout left leftArrow leftArrowCallout leftBrace leftBracket leftCircularArrow leftRightArrow
  leftRightArrowCallout leftRightCircularArrow leftRightRibbon leftRightUpArrow leftToRight leftUpArrow legacyFlat1
  legacyFlat2 legacyFlat3 legacyFlat4 legacyHarsh1 legacyHarsh2 legacyHarsh3 legacyHarsh4 legacyMatte legacyMetal
  legacyNormal1 legacyNormal2 legacyNormal3 legacyNormal4 legacyObliqueBottom legacyObliqueBottomLeft legacyObliqueBottomRight
  legacyObliqueFront legacyObliqueLeft legacyObliqueRight legacyObliqueTop legacyObliqueTopLeft legacyObliqueTopRight
  legacyPerspectiveBottom legacyPerspectiveBottomLeft legacyPerspectiveBottomRight legacyPerspectiveFront
  legacyPerspectiveLeft legacyPerspectiveRight legacyPerspectiveTop legacyPerspectiveTopLeft legacyPerspectiveTopRight
  legacyPlastic legacyWireframe lemonChiffon lessThan lessThanOrEqual lg lgCheck lgConfetti lgDash lgDashDot lgDashDotDot
  lgGrid lightBlue lightCoral lightCyan lightDown lighten lightenLess lightGoldenrodYellow lightGray lightGreen lightGrey
  lightGrid lightHorizontal lightningBolt lightPink lightSalmon lightSeaGreen lightSkyBlue lightSlateGray lightSlateGrey
  lightSteelBlue lightTrellis lightUp lightVertical lightYellow lime limeGreen line linear lineInv lineMarker linen List list
  log longdash longdashdot longdashdotdot low lt1 lt2 ltBlue ltCoral ltCyan ltDnDiag ltGoldenrodYellow ltGray ltGreen ltGrey
  ltHorz ltPink ltr ltSalmon ltSeaGreen ltSkyBlue ltSlateGray ltSlateGrey ltSteelBlue ltUpDiag ltVert ltYellow M1 M10 M11 M12
  M2 M3 M4 M5 M6 M7 M8 M9 magenta major manual marker maroon mathDivide mathEqual mathMinus mathMultiply mathNotEqual mathPlus
  matte max maxMin med medAquamarine medBlue medium mediumAquamarine mediumBlue mediumDashDot mediumDashDotDot mediumDashed
  mediumGray mediumOrchid mediumPurple mediumSeaGreen mediumSlateBlue mediumSpringGreen mediumTurquoise mediumVioletRed
  medOrchid medPurple medSeaGreen medSlateBlue medSpringGreen medTurquoise medVioletRed menu menuBar menuHighlight menuText
  metal midCat middle midnightBlue millions min minMax minor mintCream minus minute minutes mistyRose moccasin mongolianVert
  month months moon morning movingAvg mult n NA narHorz narVert navajoWhite navy never nextMonth nextQuarter nextTo nextWeek
  nextYear noControl noConversion NoIcons noIndicator none nonIsoscelesTrapezoid norm normal noSmoking noStrike notBetween
  notchedRightArrow notContains notContainsBlanks notContainsErrors notContainsText Note notEqual null num obliqueBottom
  obliqueBottomLeft obliqueBottomRight obliqueLeft obliqueRight obliqueTop obliqueTopLeft obliqueTopRight octagon off oldLace
  OLEUPDATE_ALWAYS OLEUPDATE_ONCALL olive oliveDrab on oneCell openDmnd orange orangeRed orchid origin orthographicFront out
  outEnd outer outline oval over overflow overlapping overThenDown package pageBreakPreview pageFieldLabels pageFieldValues
  pageLayout paleGoldenrod paleGreen paleTurquoise paleVioletRed papayaWhip parallelogram paretoLine path pct10 pct20 pct25
  pct30 pct40 pct5 pct50 pct60 pct70 pct75 pct80 pct90 peachPuff pentagon percent percentage percentDiff percentile
  percentOfCol percentOfRow percentOfTotal percentStacked perspectiveAbove perspectiveAboveLeftFacing
  perspectiveAboveRightFacing perspectiveBelow perspectiveContrastingLeftFacing perspectiveContrastingRightFacing
  perspectiveFront perspectiveHeroicExtremeLeftFacing perspectiveHeroicExtremeRightFacing perspectiveHeroicLeftFacing
  perspectiveHeroicRightFacing perspectiveLeft perspectiveRelaxed perspectiveRelaxedModerately perspectiveRight peru phClr
  Pict picture pie pieWedge pink pinYin pivotTable placeholders plaid plaque plaqueTabs plastic plum plus poly portrait pos
  powder powderBlue power print printArea product purple pyramid pyramidToMax Q1 Q2 Q3 Q4 quadArrow quadArrowCallout quarters
  query queryTable r R1C1 Radio range Rect rect red regionMap relaxedInset ribbon ribbon2 riblet right rightArrow
  rightArrowCallout rightBrace rightBracket rightToLeft rnd romanLcParenBoth romanLcParenR romanLcPeriod romanUcParenBoth
  romanUcParenR romanUcPeriod rosyBrown round1Rect round2DiagRect round2SameRect roundRect row rows royalBlue rtl rtTriangle
  runTotal s saddleBrown saka salmon same sandyBrown scenario screen Scroll scrollBar seaGreen seaShell second
  secondColumnStripe secondColumnSubheading secondRowStripe secondRowSubheading seconds secondSubtotalColumn secondSubtotalRow
  selection shape shared shdw1 shdw10 shdw11 shdw12 shdw13 shdw14 shdw15 shdw16 shdw17 shdw18 shdw19 shdw2 shdw20 shdw3 shdw4
  shdw5 shdw6 shdw7 shdw8 shdw9 sheet shingle shortdash shortdashdot shortdashdotdot shortdot showItemsWithDataAtTop
  showItemsWithNoData sib sienna silver single singleAccounting skyBlue slantDashDot slateBlue slateGray slateGrey slope sm
  small smCheck smConfetti smGrid smileyFace smooth smoothMarker sng sngStrike snip1Rect snip2DiagRect snip2SameRect
  snipRoundRect snow soft softEdge softmetal softRound solid solidDmnd span sphere Spin split springGreen sq square squareTabs
  stack stacked stackScale standard star star10 star12 star16 star24 star32 star4 star5 star6 star7 star8 stdDev stdDevP
  stdDevp stdErr stealth steelBlue stop str straightConnector1 stretch strict stripedRightArrow stroke subscript sum sun
  sunburst sunrise sunset superscript supportsDynamicArray swooshArrow sysDash sysDashDot sysDashDotDot sysDot t tabular
  taiwan tan teal teardrop tenMillions tenThousands textLength thai thaiAlphaParenBoth thaiAlphaParenR thaiAlphaPeriod
  thaiDist thaiNumParenBoth thaiNumParenR thaiNumPeriod thick thickThin thin thinThick thirdColumnSubheading
  thirdRowSubheading thirdSubtotalColumn thirdSubtotalRow thisMonth thisQuarter thistle thisWeek thisYear thousands threePt
  through tight time timePeriod tl today tomato tomorrow top top10 topAndBottom topEnd topLeft topRight totalRow tr
  transitional translucentPowder trapezoid tree treemap trellis tri triangle trillions turquoise twoCell twoPt tx1 tx2
  uniqueValues unknown upArrow upArrowCallout upDiag upDownArrow upDownArrowCallout url userInterface userSet uturnArrow val
  value valueBetween valueEqual valueGreaterThan valueGreaterThanOrEqual valueLessThan valueLessThanOrEqual valueNotBetween
  valueNotEqual var varP varp vert vert270 verticalScroll veryHidden view violet visible w warmMatte warning waterfall wave
  wavy wavyDbl wavyHeavy wdDnDiag wdUpDiag weave wedgeEllipseCallout wedgeRectCallout wedgeRoundRectCallout wheat white
  whiteSmoke whole wholeTable window windowFrame windowText withinLinear withinLinearReversed wordArtVert wordArtVertRtl words
  worksheet x xda XLDAPR xlrd XLRICHVALUE xml xy y year years yearToDate yellow yellowGreen yesterday zero zigZag
`
    .trim()
    .split(/\s+/),
);
