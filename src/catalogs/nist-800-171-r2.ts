/**
 * The 110 requirements of NIST SP 800-171, revision 2 (February 2020), which are CMMC Level 2 under their domain's
 * letters: id, domain, CMMC's short name, points, eligibility.
 *
 * Points lost where a requirement is not met, and after the slash where it is partly met: 32 CFR 170.24(c)(2)(i)(B) as of
 * 1 October 2026, the same as Annex A of the NIST SP 800-171 DoD Assessment Methodology 1.2.1 (24 June 2020); `-`: 3.12.4
 * has no value. Eligibility for the POA&M of a Conditional Level 2 status, 32 CFR 170.21(a)(2): `y` yes, `n` never, `c`
 * only where encryption is employed but not FIPS-validated. `1`: also among the 17 that make up Level 1 (FAR 52.204-21).
 */
export const NIST_800_171_R2 = `
3.1.1|AC|Authorized Access Control (CUI Data)|5|n1
3.1.2|AC|Transaction & Function Control (CUI Data)|5|n1
3.1.3|AC|Control CUI Flow|1|y
3.1.4|AC|Separation of Duties|1|y
3.1.5|AC|Least Privilege|3|n
3.1.6|AC|Non-Privileged Account Use|1|y
3.1.7|AC|Privileged Functions|1|y
3.1.8|AC|Unsuccessful Logon Attempts|1|y
3.1.9|AC|Privacy & Security Notices|1|y
3.1.10|AC|Session Lock|1|y
3.1.11|AC|Session Termination|1|y
3.1.12|AC|Control Remote Access|5|n
3.1.13|AC|Remote Access Confidentiality|5|n
3.1.14|AC|Remote Access Routing|1|y
3.1.15|AC|Privileged Remote Access|1|y
3.1.16|AC|Wireless Access Authorization|5|n
3.1.17|AC|Wireless Access Protection|5|n
3.1.18|AC|Mobile Device Connection|5|n
3.1.19|AC|Encrypt CUI on Mobile|3|n
3.1.20|AC|External Connections (CUI Data)|1|n1
3.1.21|AC|Portable Storage Use|1|y
3.1.22|AC|Control Public Information (CUI Data)|1|n1
3.2.1|AT|Role-Based Risk Awareness|5|n
3.2.2|AT|Role-Based Training|5|n
3.2.3|AT|Insider Threat Awareness|1|y
3.3.1|AU|System Auditing|5|n
3.3.2|AU|User Accountability|3|n
3.3.3|AU|Event Review|1|y
3.3.4|AU|Audit Failure Alerting|1|y
3.3.5|AU|Audit Correlation|5|n
3.3.6|AU|Reduction & Reporting|1|y
3.3.7|AU|Authoritative Time Source|1|y
3.3.8|AU|Audit Protection|1|y
3.3.9|AU|Audit Management|1|y
3.4.1|CM|System Baselining|5|n
3.4.2|CM|Security Configuration Enforcement|5|n
3.4.3|CM|System Change Management|1|y
3.4.4|CM|Security Impact Analysis|1|y
3.4.5|CM|Access Restrictions for Change|5|n
3.4.6|CM|Least Functionality|5|n
3.4.7|CM|Nonessential Functionality|5|n
3.4.8|CM|Application Execution Policy|5|n
3.4.9|CM|User-Installed Software|1|y
3.5.1|IA|Identification (CUI Data)|5|n1
3.5.2|IA|Authentication (CUI Data)|5|n1
3.5.3|IA|Multifactor Authentication|5/3|n
3.5.4|IA|Replay-Resistant Authentication|1|y
3.5.5|IA|Identifier Reuse|1|y
3.5.6|IA|Identifier Handling|1|y
3.5.7|IA|Password Complexity|1|y
3.5.8|IA|Password Reuse|1|y
3.5.9|IA|Temporary Passwords|1|y
3.5.10|IA|Cryptographically-Protected Passwords|5|n
3.5.11|IA|Obscure Feedback|1|y
3.6.1|IR|Incident Handling|5|n
3.6.2|IR|Incident Reporting|5|n
3.6.3|IR|Incident Response Testing|1|y
3.7.1|MA|Perform Maintenance|3|n
3.7.2|MA|System Maintenance Control|5|n
3.7.3|MA|Equipment Sanitization|1|y
3.7.4|MA|Media Inspection|3|n
3.7.5|MA|Nonlocal Maintenance|5|n
3.7.6|MA|Maintenance Personnel|1|y
3.8.1|MP|Media Protection|3|n
3.8.2|MP|Media Access|3|n
3.8.3|MP|Media Disposal (CUI Data)|5|n1
3.8.4|MP|Media Markings|1|y
3.8.5|MP|Media Accountability|1|y
3.8.6|MP|Portable Storage Encryption|1|y
3.8.7|MP|Removable Media|5|n
3.8.8|MP|Shared Media|3|n
3.8.9|MP|Protect Backups|1|y
3.9.1|PS|Screen Individuals|3|n
3.9.2|PS|Personnel Actions|5|n
3.10.1|PE|Limit Physical Access (CUI Data)|5|n1
3.10.2|PE|Monitor Facility|5|n
3.10.3|PE|Escort Visitors (CUI Data)|1|n1
3.10.4|PE|Physical Access Logs (CUI Data)|1|n1
3.10.5|PE|Manage Physical Access (CUI Data)|1|n1
3.10.6|PE|Alternative Work Sites|1|y
3.11.1|RA|Risk Assessments|3|n
3.11.2|RA|Vulnerability Scan|5|n
3.11.3|RA|Vulnerability Remediation|1|y
3.12.1|CA|Security Control Assessment|5|n
3.12.2|CA|Operational Plan of Action|3|n
3.12.3|CA|Security Control Monitoring|5|n
3.12.4|CA|System Security Plan|-|n
3.13.1|SC|Boundary Protection (CUI Data)|5|n1
3.13.2|SC|Security Engineering|5|n
3.13.3|SC|Role Separation|1|y
3.13.4|SC|Shared Resource Control|1|y
3.13.5|SC|Public-Access System Separation (CUI Data)|5|n1
3.13.6|SC|Network Communication by Exception|5|n
3.13.7|SC|Split Tunneling|1|y
3.13.8|SC|Data in Transit|3|n
3.13.9|SC|Connections Termination|1|y
3.13.10|SC|Key Management|1|y
3.13.11|SC|CUI Encryption|5/3|c
3.13.12|SC|Collaborative Device Control|1|y
3.13.13|SC|Mobile Code|1|y
3.13.14|SC|Voice over Internet Protocol|1|y
3.13.15|SC|Communications Authenticity|5|n
3.13.16|SC|Data at Rest|1|y
3.14.1|SI|Flaw Remediation (CUI Data)|5|n1
3.14.2|SI|Malicious Code Protection (CUI Data)|5|n1
3.14.3|SI|Security Alerts & Advisories|5|n
3.14.4|SI|Update Malicious Code Protection (CUI Data)|5|n1
3.14.5|SI|System & File Scanning (CUI Data)|3|n1
3.14.6|SI|Monitor Communications for Attacks|5|n
3.14.7|SI|Identify Unauthorized Use|3|n
`;
