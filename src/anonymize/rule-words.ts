// Written by npm run generate, from the patterns and lists of rules, codecs, template, model, packs, status.

/** Words that rules and readers look for. */
export const RULE_WORDS = `
aa ab about above ac acas acceptance acceptanceexpires accepted access accessible accordance according accordingly
account accounting accounts acting action actions activities activity acunetix ad add added adding additional address
addressed addresses addressing adequate adjust adjusted adjustedrating adjustment admin administrator administrators
admins adsn adversarial adviser advisor advisory ae aes affected after again aged agency agreed ahead aix alert alerting
align aligned all allows already also am ambiguous amcdt amcst amct amedt amest amet amgmt ammdt ammst ammt amount amp
ampdt ampst ampt amutc amz an analysis analyst analysts analyze analyzing anchore and andm andms announced another
answer answers anticipated antimalware antivirus any ao aodr ap api app appdetective appendix appliances applicable
application applications applied applies apply applying approach appropriate appropriately approval approve approved
approves approx approximately apps appscan apr april aqua ar architect architecture archived are areadversarial aren
arev arevision army array as asana asap asked assess assessed assessing assessment assessments assessor asset
assetaddress assethost assetpublic assets assigned assistant associate assurance at attached attorney au audit auditing
auditlog auditor audits aug august authentication author authorization auto autoapprove automate automated autumn
available average await awaiting awareness backup backups base based baseline baselines be became because become been
before begin being belong below benchmark best beta better between beyond bitlocker blank block blocked board bod
boolean both boundary br bracketed brackets breleased brev brevision bring browser buckets build bulletin bureau burp
business but buy buyer buyers by ca calendar can candidate capability capacity case cat catalogue cati cause cci cdt
cell center centos central centre ceo cert certificate certificates cfo cfoaudit cfr cha change changed changes changing
chapter check checked chief choice cio cirt cisa ciso cites classified clear cleartext client close closed closeout
closing closure cloud cluster clusters cm cmmc cmvp code column columns com come comes coming commander commas comments
committee comms communications companion company complete completed completedon completely completing completion
compliance compliant complies comply component components computer computers concern concerns condition conditional
conditionalstatusdate conditions conduct confidential configuration configurations configure configured configures
configuring connection connections consolidated const consultant contact contacted container containers contingency
contingent continue continued continues continuing continuous contractor contractors contradict contradicted control
controlled controller controls coo coordinator corp corporate corporation correct corrected correcting correction
corrective correctly cost could council counsel count counts covers cp cpo create created creates creating credentials
crew critical cryptography csirt csm cso csp cst csv ct cto cui current currently custodian customer cve cves cwe cy
cyber cybersecurity cycle dash data database databases date dates day days dba dbprotect dcio dciso de deal debian dec
december decide decided decommission default defense deficiencies deficiency deficient define defined defining delayed
deleted deliverables department departments dependencies dependency dependent depends deploy deployed deploying
deployment deploys dept deputy description design desk desktop desktops detail details detected detectedon detection
determine determined determining dev develop developed developer developers developing development develops deviation
deviationrationale deviations device devices devops devsecops dfars di differ differs digital digits director
directorate disable disabled disabling ditto division dm dmy dns do document documentation documented documenting
documents dod does doing domain done dpo dr drata due duly duplicate duplicated during each eachitemof early east edr
edt efault effort efforts eight elements eligible eliminate elp else email emass employ employed employs empty enable
enabled enables enabling enclave encrypt encrypted encrypting encryption encrypts end endpoint endpoints enforce
enforced enforcing engineer engineering engineers enhance enhanced enhancing ensure ensured ensuring enter enterprise
entire entity entry environment environments error est establish established establishing estimated esxi et eta etc
evaluate evaluated evaluatedon evaluating evaluation event eventadversarial events eventsadversarial every everyone
evidence evp example except exception execute executive executives exist existing expect expected expecting expects
expeditiously expiration expired exploitability exploited exportedby exportedon exposed exposure ext external externally
fa faces facilities facility facing factor fall false falsepositive family far fault fax feasible feb february fedora
fedramp field figure file filevault fill finance finding findings finish finished fips firewall firewalls first fix
fixed fixes fixing fleet follow followed following footnote for forbids form formalize formula forthcoming found fouo fp
framework fri friday from fso full fully funded funding further future fy gap gaps gave general generic get gets getting
give given gives global gmt go goal going gone gov governance grand graverdays grc greenbone group groups grype guidance
guide guideline guidelines gv had hand handle handled happen harden hardened hardening hardware has have he head heading
headings held help helpdesk her high hired his hold host hosts hotfix hotfixes hours how hr http https human hyperproof
ia iam iao iava iavb iavm iavt icmp ict id identification identified identifier identify identifying identity ids if
ignore ii iii image images immediately impact impactdescription impactlevel implement implementation implemented
implementing implements import importance important impossible improve improved improvement improvements improving in
inc incident incomplete industry info information infosec infrastructure initiate initiated insightvm inspect inspector
install installation installed installing installs instances instructions int integrity intend intended intends interim
internal internally internet internetreachable into introduce invalid inventory investigate investigated investigating
investigation invicti ip ips ipsec ir is isadversarial ism isn iso isse issm isso issos issue issues it item items itm
itops its itself jan january jira joint jordan json jul july jun june kb keep kept kev kevduedate kevtracking key keys
know known lack lacking lacks laptops last late later latest lead leader leadership least leave left legal level levels
li liaison library life likelihood likelyexploitable limit limits line lint linux list listed llc log logging logs
longer look looked looking low lowered ltd luks ma machine machines macos mail mailto mainframe maintain maintained
maintainers major make making malware manage managed management manager managers mandatory manner manual many mar march
marine marketing marketplace maximum may mcdt mcst mct mdt mean meant meanwhile measure measures med medium medt meet
meeting member members mend messaging mest met method methodology methods mfa mgmt mid milestone milestonechanges
milestonecomments milestonecompletedon milestonedescription milestonedue milestoneid milestones milestonestatus minor
mismatch missed missing mission mistyped mitigate mitigated mitigatedrisk mitigates mitigating mitigation mitigations
mmdt mmst mmt mo mobile mod mode moderate modified modify modifying mon monday monitor monitored monitoring month months
more mos move moving mp mpdt mpst mpt ms msp mssp mst mt multi multifactor multiple must mutc mz na name named names
navy nd near necessary need needed needful needs nessus netops netsparker network networking networks never new newest
nexample nexpose next nil nist nm nmap nms no nobody noc nodes non none nonfips nonpersonnelcostcode nonpersonnelfunded
nonpersonnelobstacle nonpersonnelobstaclereason nonpersonnelunfunded north nos not noted nothing notice notshown nov
november now nuclei null number numbered numbers numerous object obstacle obtain oct october of off offering office
officer offices official omb ombprojectid on once one ones ongoing only open openvas operating operation operational
operationally operationalrequirement operations operator operators opportunity ops option optional options or org
organisation organization organizational original originalrating os oscal ot other others our ours out outdated over
overdue overwritten owasp owed own owner owners package pages part partially parties party passed password passwords
patch patched patches patching pdt pe pending penetration per percent percentcomplete perform performance performed
performing period person personnel personnelcostcode personnelfundedhours personnelobstacle personnelobstaclereason
personnelunfundedhours phase phases phone physical pki pl place plain plaintext plan planned planner planning plans
platform playbook please plugin plugins plus pm pmcdt pmcst pmct pmedt pmest pmet pmgmt pmmdt pmmst pmmt pmpdt pmpst
pmpt pmutc pmz po poa poaand poaandm poaandms poam poamdate poameligible poams poan poanm poanms poc pocemail pocname
pocphone pods point pointofcontact points policies policy poor port ports positive possible pr practicable practical
practice practices predisposing predisposingconditions present president preview principal priority prisma privacy
privilege privileged privileges problem problems procedure procedures proceed process processed processes processing
procurement product production products program programmer progress project promptly proper properly proposed protection
protocol protocols provide provided provider prune ps psirt pst pt public publicly purchase purchasing put qa qcy qfy
qid qids qof qtr qtrcy qtrfy qtrof quality qualys quarter quartercy quarterfy quarterof quickly ra raised range rapid
rating rationale rc rd reachability reachable ready real reason reasonable receipt recommendation recommendations
recommended reconfigure record recovery reduce reduced reevaluate refer register registrar registrationnumber regular
regularly rejected related relatedrisk relative release released releases relevance relevanceofthreat relevant remark
remediate remediated remediatedon remediates remediating remediation remediationplan remedied remedy remove removed
removes removing repeated replace replaced replacement replacing report reported representative request requested
requestedon requestnumber requeststatus requesttype require required requirement requirementpoints requirements requires
research residual residualrisk resolution resolve resolved resolves resolving resource resources response responsible
rest restrict restricted restricting restrictions result resulting results rev review reviewed reviewing reviews revise
revised revisedcompletion revision revisit rewritten rfc rhel rhsa right risk riskadjustment risks role roll rollout
routers row rows rs rule rules run runs sa saas saiso sales same sao sat satday satisfactory satur saturday says sc sca
scan scanner scanners scanning scans scap schedule scheduled scheduledcompletion scheduling scheme scientist sctp se
secops secret secretary section secure secured securely securing security securitycosts see segmentation senior seol sep
sepember sept september server servers service servicename services set setting settings setup several severity shall
she sheet sheets short should show si siem since sio siso situational six sles snyk so soc software solaris solution
solutions solve solved some soon sooner source sourceadversarial sourcedetails sourceidentifier sources
sourcesadversarial south sp specialist spm spring sprint squad sr sre sres ssl sso st staff stale standard
standardization standards stands start started startedon starting state statement status statusdate stay step steps
steward stig stigman still storage strategy strengthen strengthening string strong sub submission subnet subtotal
subtotals such sufficient suggested sum summer sun sunday superintendent supervisor supplement supply support supported
supporting suppression suppressions sv svp switches sysadmin sysadmins sysdig system systems systemtype systemwide table
take taken takes taking target targeted task tasks tba tbc tbd tcp team teams tech technical technician technology tel
telecom telephone template templates tenable test tested tester testing text texts th than that the their them then
there these they things third this those threat threatadversarial threatdescription threats threatsadversarial three
through thru thu thuday thur thurday thurs thursday tight tighten time timeframe timeline timelines timely title tls to
today tomorrow too tool tooling tools total totals touches toward towards tr track tracked tracking train trainer
training transparency trigger trivy true trust tsm tue tueday tues tuesday twistlock two type typeadversarial types
typesadversarial ubuntu ud udbff udc udfff udp uff ul umbrella un unassigned unauthenticated unclassified undated
undefined under unencrypted unexplained unformatted unfunded unique unit unix unknown unless unmatched unnamed unneeded
unreadable unrecognized unsaid unsaved unsupported until unused unvalidated unvalidation up upby upcoming upd update
updated updates updating upgrade upgraded upgrades upgrading upon url us use used user users uses using utc utilize
vacant valid validated validation value vanta various vciso vdr vendor vendorcheckin vendordependency vendorproduct
vendors ver verified verify version versions very via vice vlan vm vms vp vpn vuln vulnerabilities vulnerability
vulnerable wait waiting waits warning was wazuh we weakness weaknesses web webinspect wed wedday wednes wednesday week
weeks were west what whatever when where whether which while who whole why wide will win window windows winter with
withdrawn within without wiz wk wks words work workaround workbook worked working works workstations would write wrong
year years yes yet you your yr yrs zap zero
`;

/** Beginnings, middles and ends of words that they look for, with a `-` where the word goes on. */
export const RULE_WORD_PARTS = `
-acunetix- -adjust- -air -airgap- -all -anchore- -appscan- -aqua- -available- -blocked -boundary- -burp- -cci
-checkmarx- -clos- -complet- -complete- -compliance- -config- -configuration -contingent- -corrective -crowdstrike-
-defender- -deficienc- -depend- -dependabot- -deviation- -distro- -dmz- -done- -donot -donotreply- -evaluate -exposed-
-external- -facing- -false -false- -falsepositive- -firewall- -fortify- -greenbone- -grype- -guardduty- -help -helpdesk-
-inbound- -insightvm- -inspector- -internal- -internet- -intranet- -invicti- -isolated- -mailbox- -milestone
-milestones- -nessus- -netsparker- -nexpose- -nikto- -noreply- -open -openscap- -openvas- -operational -operational-
-operationalrequire- -outstanding -perimeter- -plan -planned -plans -poa -poam -poam- -positive- -prisma- -private-
-public- -qualys- -rapid -reachable- -releas- -remediation -request- -require- -resolved- -retina- -risk -risk-
-riskadjust- -scan- -schedule -scheduled -secur- -security -securityhub- -segment- -semgrep- -servicedesk- -snyk-
-sonar- -subnet- -tat -team- -tenable- -trivy- -twistlock- -umbrella- -veracode- -vlan- -vpc- -vuln- -vulnerabilit-
-wazuh- -weakness- -webinspect- above- action- adjust- appendix- applicable- apr- archived- attach- aug- below-
canceled- cancelled- central- change- changes- close- closed- closure- column- comment- complete- completed- completion-
corrected- crypto- cve- date- dec- description- desk- detect- disabled- document- done- drf- due- east- enabled-
evidence- example- feb- file- findings- fixed- gap- glossary- govern- guide- hub- identify- iiw- instruction- inventory-
iso- jan- jul- jun- list- mar- may- milestone- milestones- none- north- notreply- nov- oct- owner- pass- passed- plan-
port- ports- positive- protect- recover- remediated- remediation- reply- report- require- required- requirement-
resolved- respond- sample- scan- sep- sheet- south- spreadsheet- ssp- status- stig- supporting- tab- verified- west-
with- withdrawn- workbook- worksheet-
`;
