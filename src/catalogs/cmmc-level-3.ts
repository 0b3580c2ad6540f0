/**
 * The 24 requirements of CMMC Level 3, of one point each: id, short name, and whether it may stand on the POA&M of a
 * Conditional Level 3 status (`y`, `n`), by 32 CFR 170.21(a)(3) as of 1 October 2026.
 */
export const CMMC_LEVEL_3 = `
AC.L3-3.1.2e|Organizationally Controlled Assets|y
AC.L3-3.1.3e|Secured Information Transfer|y
AT.L3-3.2.1e|Advanced Threat Awareness|y
AT.L3-3.2.2e|Practical Training Exercises|y
CM.L3-3.4.1e|Authoritative Repository|y
CM.L3-3.4.2e|Automated Detection & Remediation|y
CM.L3-3.4.3e|Automated Inventory|y
IA.L3-3.5.1e|Bidirectional Authentication|y
IA.L3-3.5.3e|Block Untrusted Assets|y
IR.L3-3.6.1e|Security Operations Center|n
IR.L3-3.6.2e|Cyber Incident Response Team|n
PS.L3-3.9.2e|Adverse Information|y
RA.L3-3.11.1e|Threat-Informed Risk Assessment|n
RA.L3-3.11.2e|Threat Hunting|y
RA.L3-3.11.3e|Advanced Risk Identification|y
RA.L3-3.11.4e|Security Solution Rationale|n
RA.L3-3.11.5e|Security Solution Effectiveness|y
RA.L3-3.11.6e|Supply Chain Risk Response|n
RA.L3-3.11.7e|Supply Chain Risk Plan|n
CA.L3-3.12.1e|Penetration Testing|y
SC.L3-3.13.4e|Isolation|y
SI.L3-3.14.1e|Integrity Verification|y
SI.L3-3.14.3e|Specialized Asset Security|n
SI.L3-3.14.6e|Threat-Guided Intrusion Detection|y
`;
