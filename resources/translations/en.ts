<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="sv">
<context>
    <name>AbsenceDialog</name>
    <message>
        <source>Anteckna frånvaro</source>
        <translation>Note absence</translation>
    </message>
    <message>
        <source>Antecknad frånvaro</source>
        <translation>Noted absence</translation>
    </message>
    <message>
        <source>Den som ringer får veta när personen är åter. Sjukdom och ledighet sägs aldrig.</source>
        <translation>The caller is told when the person is back. Illness and leave are never said.</translation>
    </message>
    <message>
        <source>Den tiden ligger före början, eller har varit.</source>
        <translation>That time lies before the beginning, or has been.</translation>
    </message>
    <message>
        <source>Ersätts av</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>Från</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Frånvaro: {name}</source>
        <translation>Absence: {name}</translation>
    </message>
    <message>
        <source>Frånvaron för {name} är antecknad.</source>
        <translation>The absence of {name} is noted.</translation>
    </message>
    <message>
        <source>Frånvaron för {name} är struken.</source>
        <translation>The absence of {name} is cancelled.</translation>
    </message>
    <message>
        <source>Ingen frånvaro är antecknad</source>
        <translation>No absence is noted</translation>
    </message>
    <message>
        <source>Ingen sådan finns i katalogerna.</source>
        <translation>There is no such one in the directories.</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Okänt</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Orsak</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Skriv tiden som 18:00 eller 2026-11-21 18:00.</source>
        <translation>Write the time as 18:00 or 2026-11-21 18:00.</translation>
    </message>
    <message>
        <source>Som 13:00 eller {example}. Tomt: okänt.</source>
        <translation>As 13:00 or {example}. Empty: unknown.</translation>
    </message>
    <message>
        <source>Tomt: från nu.</source>
        <translation>Empty: from now.</translation>
    </message>
    <message>
        <source>nu</source>
        <translation>now</translation>
    </message>
    <message>
        <source>{name} är åter.</source>
        <translation>{name} is back.</translation>
    </message>
    <message>
        <source>{reason} (sägs inte)</source>
        <translation>{reason} (not said)</translation>
    </message>
    <message>
        <source>Åter</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Åter, eller stryk</source>
        <translation>Back, or cancel</translation>
    </message>
</context>
<context>
    <name>AccessReportDialog</name>
    <message>
        <source>Enheter och tider, utan personalens namn. Att rapporten tas ut loggas.</source>
        <translation>Units and times, without the names of staff. That the report is made is logged.</translation>
    </message>
    <message>
        <source>Från {start} till {end}</source>
        <translation>From {start} to {end}</translation>
    </message>
    <message>
        <source>Rapport till patienten</source>
        <translation>Report to the patient</translation>
    </message>
    <message>
        <source>Visa rapporten</source>
        <translation>Show the report</translation>
    </message>
</context>
<context>
    <name>AccessesDialog</name>
    <message>
        <source>Egna åtkomster visas inte. Även den här granskningen loggas.</source>
        <translation>Your own accesses are not shown. This review is logged too.</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Hämtar loggen</source>
        <translation>Fetching the log</translation>
    </message>
    <message>
        <source>Ingen annan har öppnat personen</source>
        <translation>Nobody else has opened the person</translation>
    </message>
    <message>
        <source>Skäl</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Vem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Vem har öppnat den här personen, och varför</source>
        <translation>Who has opened this person, and why</translation>
    </message>
    <message>
        <source>{what} av {who} hos {unit}. Ändamål: {purpose}. Skäl: {reason}</source>
        <translation>{what} by {who} at {unit}. Purpose: {purpose}. Reason: {reason}</translation>
    </message>
    <message>
        <source>Ändamål</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Åtkomster</source>
        <translation>Accesses</translation>
    </message>
</context>
<context>
    <name>AdvicePart</name>
    <message>
        <source>Ange först vem samtalet gäller.</source>
        <translation>First enter whom the call is about.</translation>
    </message>
    <message>
        <source>Anteckningen signeras.</source>
        <translation>The note is being signed.</translation>
    </message>
    <message>
        <source>Anteckningen är signerad.</source>
        <translation>The note is signed.</translation>
    </message>
    <message>
        <source>Anteckningen är sparad, osignerad.</source>
        <translation>The note is saved, unsigned.</translation>
    </message>
    <message>
        <source>En anonym får ingen anteckning. Ta bort texten, eller ange person.</source>
        <translation>An anonymous caller gets no note. Remove the text, or enter a person.</translation>
    </message>
    <message>
        <source>Fyll i fältet innan du signerar.</source>
        <translation>Fill in this field before you sign.</translation>
    </message>
    <message>
        <source>Fyll i luckan innan du signerar.</source>
        <translation>Fill in the gap before you sign.</translation>
    </message>
</context>
<context>
    <name>AimsView</name>
    <message>
        <source>Inga mätningar</source>
        <translation>No measurements</translation>
    </message>
    <message>
        <source>Inga mål</source>
        <translation>No targets</translation>
    </message>
    <message>
        <source>Läs in fil</source>
        <translation>Import a file</translation>
    </message>
    <message>
        <source>Mätningar</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>Mätningen är borttagen.</source>
        <translation>The measurement is removed.</translation>
    </message>
    <message>
        <source>Mål eller mätningar</source>
        <translation>Targets or measurements</translation>
    </message>
    <message>
        <source>Mål och gränser</source>
        <translation>Targets and limits</translation>
    </message>
    <message>
        <source>Målet är borttaget.</source>
        <translation>The target is removed.</translation>
    </message>
    <message>
        <source>NKI, följsamhet och tidigare mätningar läses in eller skrivs här.</source>
        <translation>NKI, follow-through and how it was before are read in or written here.</translation>
    </message>
    <message>
        <source>Ny</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Ta bort</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Tryck en gång till för att ta bort.</source>
        <translation>Press once more to remove.</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Även sådana som har slutat gälla</source>
        <translation>Also those that are no longer in force</translation>
    </message>
</context>
<context>
    <name>AlarmKeeper</name>
    <message>
        <source>Ingen är inloggad, så larmet sparas inte. Anteckna tiden på papper.</source>
        <translation>Nobody is signed in, so the alarm is not saved. Note the time on paper.</translation>
    </message>
    <message>
        <source>Larmet kunde inte sparas. Anteckna tiden på papper.</source>
        <translation>The alarm could not be saved. Note the time on paper.</translation>
    </message>
    <message>
        <source>Tiden kunde inte sparas. Anteckna den på papper.</source>
        <translation>The time could not be saved. Note it on paper.</translation>
    </message>
</context>
<context>
    <name>AlarmNotes</name>
    <message>
        <source>112 svarade {span} efter larmet.</source>
        <translation>112 answered {span} after the alarm.</translation>
    </message>
    <message>
        <source>Inget svar från 112 är bekräftat i programmet.</source>
        <translation>No answer from 112 is confirmed in the program.</translation>
    </message>
    <message>
        <source>Larm 112 kl. {time}.</source>
        <translation>112 alarm at {time}.</translation>
    </message>
    <message>
        <source>Patienten är: {place}</source>
        <translation>The patient is: {place}</translation>
    </message>
    <message>
        <source>Växeln nådde inte 112, {span} efter larmet.</source>
        <translation>The exchange did not reach 112, {span} after the alarm.</translation>
    </message>
</context>
<context>
    <name>AlarmScreen</name>
    <message>
        <source>112 har svarat</source>
        <translation>112 has answered</translation>
    </message>
    <message>
        <source>112 svarade kl. {time}. Är samtalet brutet? Ring igen.</source>
        <translation>112 answered at {time}. Has the call been cut off? Call again.</translation>
    </message>
    <message>
        <source>112 svarade mig</source>
        <translation>112 answered me</translation>
    </message>
    <message>
        <source>Anteckningen skrivs efteråt och står kvar som återstående.</source>
        <translation>The note is written afterwards and stays listed as outstanding.</translation>
    </message>
    <message>
        <source>Inringarens nummer: {number}</source>
        <translation>The caller&apos;s number: {number}</translation>
    </message>
    <message>
        <source>Kopplar till 112 …</source>
        <translation>Connecting to 112 …</translation>
    </message>
    <message>
        <source>Larm 112</source>
        <translation>112 alarm</translation>
    </message>
    <message>
        <source>Numret att ringa tillbaka på</source>
        <translation>The number to call back on</translation>
    </message>
    <message>
        <source>Om patienten är vaken och andas</source>
        <translation>Whether the patient is awake and breathing</translation>
    </message>
    <message>
        <source>Patient: {name}</source>
        <translation>Patient: {name}</translation>
    </message>
    <message>
        <source>Personnummer: {number}</source>
        <translation>Personal identity number: {number}</translation>
    </message>
    <message>
        <source>RING 112 NU – programmet ringer inte</source>
        <translation>CALL 112 NOW – the program does not call</translation>
    </message>
    <message>
        <source>Ring 112 igen</source>
        <translation>Call 112 again</translation>
    </message>
    <message>
        <source>Sagt till inringaren: lägg inte på</source>
        <translation>Told the caller: do not hang up</translation>
    </message>
    <message>
        <source>Samtalet med 112 är slut. Bröts det? Ring igen.</source>
        <translation>The call with 112 has ended. Was it cut off? Call again.</translation>
    </message>
    <message>
        <source>Sedan larmet</source>
        <translation>Since the alarm</translation>
    </message>
    <message>
        <source>Stäng larmet</source>
        <translation>Close the alarm</translation>
    </message>
    <message>
        <source>Säg till 112</source>
        <translation>Tell 112</translation>
    </message>
    <message>
        <source>Tid sedan larmet</source>
        <translation>Time since the alarm</translation>
    </message>
    <message>
        <source>Vad som har hänt</source>
        <translation>What has happened</translation>
    </message>
    <message>
        <source>Var patienten är</source>
        <translation>Where the patient is</translation>
    </message>
    <message>
        <source>Var är patienten? Adress, våning, portkod</source>
        <translation>Where is the patient? Address, floor, door code</translation>
    </message>
    <message>
        <source>Vem som möter, om dörren är öppen</source>
        <translation>Who meets them, whether the door is open</translation>
    </message>
</context>
<context>
    <name>AlarmTextDialog</name>
    <message>
        <source>Infoga i anteckningen</source>
        <translation>Insert into the note</translation>
    </message>
    <message>
        <source>Infoga lägger texten i anteckningen på kortet {number}, {time}.</source>
        <translation>Insert puts the text into the note on the card {number}, {time}.</translation>
    </message>
    <message>
        <source>Senare</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Ta bort texten</source>
        <translation>Remove the text</translation>
    </message>
    <message>
        <source>Text från larm 112, {time}</source>
        <translation>Text from 112 alarm, {time}</translation>
    </message>
    <message>
        <source>Öppna kortet som texten hör till, så går den att infoga där.</source>
        <translation>Open the card that the text belongs to, and it can be inserted there.</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Adress</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Bekräftelse på att det har kommit in</source>
        <translation>Acknowledgement that it has come in</translation>
    </message>
    <message>
        <source>Brevet går genom Skatteverkets förmedling. Skriv ingen adress.</source>
        <translation>The letter goes by mediation of the Tax Agency. Write no address.</translation>
    </message>
    <message>
        <source>E-post</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Hur vill du ha svar?</source>
        <translation>How do you want the answer?</translation>
    </message>
    <message>
        <source>Senare</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Skrivs ut nu</source>
        <translation>Is printed now</translation>
    </message>
    <message>
        <source>Sägs nu</source>
        <translation>Is said now</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telephone</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Besvara</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Besvarat</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Hur lämnas svaret?</source>
        <translation>How is the answer given?</translation>
    </message>
    <message>
        <source>Patientens samtycke finns inte. Lämna inget som sekretessen hindrar (PSL 3 kap. 8 c §).</source>
        <translation>The patient has not agreed. Give away nothing that secrecy forbids (PSL 3:8 c).</translation>
    </message>
    <message>
        <source>Skriv vad svaret är.</source>
        <translation>Write what the answer is.</translation>
    </message>
    <message>
        <source>Svaret</source>
        <translation>The answer</translation>
    </message>
    <message>
        <source>Vad som hände, och vad som görs åt det.</source>
        <translation>What happened, and what is done about it.</translation>
    </message>
    <message>
        <source>Ärendet är besvarat.</source>
        <translation>The case is answered.</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Det nya datumet är noterat.</source>
        <translation>The new date is noted.</translation>
    </message>
    <message>
        <source>Hur sägs det?</source>
        <translation>How is it said?</translation>
    </message>
    <message>
        <source>Motfråga eller nytt datum</source>
        <translation>Counter-question or new date</translation>
    </message>
    <message>
        <source>Motfrågan är noterad.</source>
        <translation>The counter-question is noted.</translation>
    </message>
    <message>
        <source>Noterat</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>Nu ska svaret lämnas senast {day}.</source>
        <translation>The answer is now to be given by {day}.</translation>
    </message>
    <message>
        <source>Nytt datum för svaret, om ett har meddelats</source>
        <translation>New date for the answer, if one has been told</translation>
    </message>
    <message>
        <source>Skriv en dag efter i dag, som {day}, eller vänta på svaret.</source>
        <translation>Write a day after today, such as {day}, or wait for the answer.</translation>
    </message>
    <message>
        <source>Skriv vad som frågas eller sägs.</source>
        <translation>Write what is asked or said.</translation>
    </message>
    <message>
        <source>Vad som frågas, eller varför det dröjer</source>
        <translation>What is asked, or why it takes time</translation>
    </message>
    <message>
        <source>Vänta på svaret: klockan står still till dess</source>
        <translation>Wait for the answer: the clock stands still until then</translation>
    </message>
</context>
<context>
    <name>AxesBar</name>
    <message>
        <source>Förslag: källan säger inget.</source>
        <translation>Proposed: the source says nothing.</translation>
    </message>
    <message>
        <source>Gäller</source>
        <translation>Concerns</translation>
    </message>
    <message>
        <source>Hanteras av</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>Hanteras av {who}</source>
        <translation>Handled by {who}</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Svårighet</source>
        <translation>Difficulty</translation>
    </message>
</context>
<context>
    <name>BigScreen</name>
    <message>
        <source>Besvarade i dag</source>
        <translation>Answered today</translation>
    </message>
    <message>
        <source>Ensamarbete: en sjuksköterska är inloggad</source>
        <translation>Lone working: one nurse is signed in</translation>
    </message>
    <message>
        <source>Försenade återuppringningar</source>
        <translation>Overdue call-backs</translation>
    </message>
    <message>
        <source>Händelse: {what}, sedan {clock}</source>
        <translation>Incident: {what}, since {clock}</translation>
    </message>
    <message>
        <source>I kö nu</source>
        <translation>In the queue now</translation>
    </message>
    <message>
        <source>Ingen sjuksköterska är inloggad</source>
        <translation>No nurse is signed in</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Lediga</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Läget nu</source>
        <translation>The situation now</translation>
    </message>
    <message>
        <source>Längst</source>
        <translation>Longest</translation>
    </message>
    <message>
        <source>Längsta väntan</source>
        <translation>Longest wait</translation>
    </message>
    <message>
        <source>Medelväntetid i dag</source>
        <translation>Mean wait today</translation>
    </message>
    <message>
        <source>Omdirigerat: {unit}</source>
        <translation>Redirected: {unit}</translation>
    </message>
    <message>
        <source>Ring upp</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Väntar</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Växeln har inte sagt något om köerna</source>
        <translation>The exchange has said nothing of the queues</translation>
    </message>
    <message>
        <source>{free} av {members}</source>
        <translation>{free} of {members}</translation>
    </message>
    <message>
        <source>{queue} är stängd till {end}</source>
        <translation>{queue} is closed until {end}</translation>
    </message>
    <message>
        <source>{queue} är stängd tills vidare</source>
        <translation>{queue} is closed until further notice</translation>
    </message>
    <message>
        <source>{words} och {count} till</source>
        <translation>{words} and {count} more</translation>
    </message>
</context>
<context>
    <name>BlockDialog</name>
    <message>
        <source>Från och med</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Inre: mellan enheter. Yttre: mot andra vårdgivare.</source>
        <translation>Internal: between units. External: towards other care providers.</translation>
    </message>
    <message>
        <source>Ny spärr</source>
        <translation>New block</translation>
    </message>
    <message>
        <source>Patienten vill att en enhets uppgifter inte visas för andra.</source>
        <translation>The patient does not want a unit&apos;s data shown to others.</translation>
    </message>
    <message>
        <source>Skriv datumet som ÅÅÅÅ-MM-DD.</source>
        <translation>Write the date as YYYY-MM-DD.</translation>
    </message>
    <message>
        <source>Slag</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Spärra</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Till och med</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Tomt: från början.</source>
        <translation>Empty: from the beginning.</translation>
    </message>
    <message>
        <source>Tomt: tills vidare.</source>
        <translation>Empty: until further notice.</translation>
    </message>
    <message>
        <source>Vem begär spärren?</source>
        <translation>Who requests the block?</translation>
    </message>
    <message>
        <source>Vårdenhetens HSA-id</source>
        <translation>HSA-id of the care unit</translation>
    </message>
    <message>
        <source>ÅÅÅÅ-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
</context>
<context>
    <name>BlocksDialog</name>
    <message>
        <source>All tid</source>
        <translation>All time</translation>
    </message>
    <message>
        <source>Gäller</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>Häv spärren</source>
        <translation>Lift the block</translation>
    </message>
    <message>
        <source>Hävd</source>
        <translation>Lifted</translation>
    </message>
    <message>
        <source>Inga spärrar</source>
        <translation>No blocks</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Ny spärr</source>
        <translation>New block</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Satt</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Slag</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Spärrar</source>
        <translation>Blocks</translation>
    </message>
    <message>
        <source>Spärrar är patientens vilja. Inget tas bort.</source>
        <translation>Blocks are the patient&apos;s wish. Nothing is removed.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Uppgifter hos</source>
        <translation>Data at</translation>
    </message>
    <message>
        <source>Varför hävd</source>
        <translation>Why lifted</translation>
    </message>
</context>
<context>
    <name>BookFree</name>
    <message>
        <source>Ange på kortet vem tiden är till (F2).</source>
        <translation>Say on the card whom the time is for (F2).</translation>
    </message>
    <message>
        <source>Öppna ett samtal först: tiden bokas för patienten på kortet.</source>
        <translation>Open a call first: the time is booked for the patient on the card.</translation>
    </message>
</context>
<context>
    <name>BookFreeDialog</name>
    <message>
        <source>Boka</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Boka tiden?</source>
        <translation>Book the time?</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
</context>
<context>
    <name>BreakKindDialog</name>
    <message>
        <source>Det var</source>
        <translation>It was</translation>
    </message>
    <message>
        <source>Pausen är antecknad som {name}.</source>
        <translation>The break is noted as {name}.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Vad var pausen?</source>
        <translation>What was the break?</translation>
    </message>
</context>
<context>
    <name>CallBack</name>
    <message>
        <source>Ingen i katalogen passar</source>
        <translation>Nobody in the directory fits</translation>
    </message>
    <message>
        <source>Inte ett nummer som den som ringer säger</source>
        <translation>Not a number that the caller says</translation>
    </message>
    <message>
        <source>Katalogen</source>
        <translation>The directory</translation>
    </message>
    <message>
        <source>Kopplas</source>
        <translation>Is connected</translation>
    </message>
    <message>
        <source>Motringning: till vem</source>
        <translation>Call back: to whom</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Ring upp</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Sök arbetsplatsen i katalogen</source>
        <translation>Search for the workplace in the directory</translation>
    </message>
    <message>
        <source>Uppringd: {name}</source>
        <translation>Rung up: {name}</translation>
    </message>
    <message>
        <source>Var</source>
        <translation>Where</translation>
    </message>
</context>
<context>
    <name>CallStrip</name>
    <message>
        <source>Du tar inte emot samtal</source>
        <translation>You are not taking calls</translation>
    </message>
    <message>
        <source>Efterarbete</source>
        <translation>Wrap-up</translation>
    </message>
    <message>
        <source>I samtal</source>
        <translation>On a call</translation>
    </message>
    <message>
        <source>Ingen telefoni</source>
        <translation>No telephone</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Ledig</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>Ledig nu</source>
        <translation>Available now</translation>
    </message>
    <message>
        <source>Lägg på</source>
        <translation>Hang up</translation>
    </message>
    <message>
        <source>Mer tid</source>
        <translation>More time</translation>
    </message>
    <message>
        <source>Nytt samtal</source>
        <translation>New call</translation>
    </message>
    <message>
        <source>Parkera</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Parkerat</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>Paus</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Redo för nästa samtal</source>
        <translation>Ready for the next call</translation>
    </message>
    <message>
        <source>Ringer</source>
        <translation>Ringing</translation>
    </message>
    <message>
        <source>Samtal</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Svara</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Ta paus</source>
        <translation>Take a break</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Växeln svarar inte. Registrera samtal för hand.</source>
        <translation>The exchange does not answer. Register calls by hand.</translation>
    </message>
    <message>
        <source>Återta</source>
        <translation>Resume</translation>
    </message>
</context>
<context>
    <name>CallbackAlert</name>
    <message>
        <source>Du har lovat att ringa {clock}.</source>
        <translation>You have promised to call at {clock}.</translation>
    </message>
    <message>
        <source>Lovat att ringa {clock}, ingen har tagit det.</source>
        <translation>Promised to call at {clock}; nobody has taken it.</translation>
    </message>
    <message>
        <source>Säkerhetsnät: ring upp {clock}.</source>
        <translation>Safety net: call at {clock}.</translation>
    </message>
    <message>
        <source>Visa: {keys}</source>
        <translation>Show: {keys}</translation>
    </message>
    <message>
        <source>{count} att ringa nu</source>
        <translation>{count} to call now</translation>
    </message>
    <message>
        <source>{count} till.</source>
        <translation>{count} more.</translation>
    </message>
</context>
<context>
    <name>CallbackDialog</name>
    <message>
        <source>Annat nummer</source>
        <translation>Another number</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Det gäller</source>
        <translation>It is about</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Inget svar</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Inget svar: ring igen</source>
        <translation>No answer: call again</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Noterat: inget svar tredje gången. Avslutad som ej nådd.</source>
        <translation>Noted: no answer for the third time. Closed as not reached.</translation>
    </message>
    <message>
        <source>Noterat: inget svar. Ring igen {clock}.</source>
        <translation>Noted: no answer. Call again at {clock}.</translation>
    </message>
    <message>
        <source>Numret</source>
        <translation>The number</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Ring numret</source>
        <translation>Call the number</translation>
    </message>
    <message>
        <source>Ring upp</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Ska ringa tidigare om</source>
        <translation>Is to call sooner if</translation>
    </message>
    <message>
        <source>Skriv tiden som 21:00 eller {day} 21:00.</source>
        <translation>Write the time as 21:00 or {day} 21:00.</translation>
    </message>
    <message>
        <source>Skriv vad det blev av uppringningen.</source>
        <translation>Write what came of the call.</translation>
    </message>
    <message>
        <source>Släpp</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Släppt, men löftet är fortfarande ditt. Lämna vidare det om någon annan ska ringa.</source>
        <translation>Released, but the promise is still yours. Hand it on if somebody else is to ring.</translation>
    </message>
    <message>
        <source>Stäng, behåll den</source>
        <translation>Close, keep it</translation>
    </message>
    <message>
        <source>Tolkspråk</source>
        <translation>Interpreter&apos;s language</translation>
    </message>
    <message>
        <source>Tredje gången utan svar. Skriv vad du gjorde i stället för att nå fram.</source>
        <translation>No answer for the third time. Write what you did instead to reach them.</translation>
    </message>
    <message>
        <source>Utan nummer och namn. Det som hör till journalen skrivs i den.</source>
        <translation>Without numbers and names. What belongs in the record is written there.</translation>
    </message>
    <message>
        <source>Utan svar</source>
        <translation>Without answer</translation>
    </message>
    <message>
        <source>Utlovat</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>Vad det blev</source>
        <translation>What came of it</translation>
    </message>
    <message>
        <source>skyddat, får inte lämnas ut</source>
        <translation>protected, must not be disclosed</translation>
    </message>
    <message>
        <source>tillfälligt, glöms när det är klart</source>
        <translation>temporary, forgotten when it is done</translation>
    </message>
    <message>
        <source>{count} av {most}</source>
        <translation>{count} of {most}</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}: {value}</translation>
    </message>
    <message>
        <source>Återuppringningen är klar.</source>
        <translation>The call-back is done.</translation>
    </message>
    <message>
        <source>Återuppringningen är släppt. Vem som helst kan ta den.</source>
        <translation>The call-back is released. Anybody can take it.</translation>
    </message>
</context>
<context>
    <name>CallbackRows</name>
    <message>
        <source>Du</source>
        <translation>You</translation>
    </message>
    <message>
        <source>En kollega</source>
        <translation>A colleague</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Hur bråttom</source>
        <translation>How urgent</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Löfte</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>Mitt</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Nu är det</source>
        <translation>It is now</translation>
    </message>
    <message>
        <source>Utlovat</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>Vem som helst</source>
        <translation>Anybody</translation>
    </message>
    <message>
        <source>Vems</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Väntat</source>
        <translation>Waited</translation>
    </message>
    <message>
        <source>på nytt {clock}</source>
        <translation>again at {clock}</translation>
    </message>
    <message>
        <source>{name}, till {clock}</source>
        <translation>{name}, until {clock}</translation>
    </message>
    <message>
        <source>{state}, {count} av {most}</source>
        <translation>{state}, {count} of {most}</translation>
    </message>
    <message>
        <source>Ärende</source>
        <translation>Matter</translation>
    </message>
</context>
<context>
    <name>CallbacksPage</name>
    <message>
        <source>Avboka</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Flytta</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Ge en plats från samtalskortet.</source>
        <translation>Give a place from the call card.</translation>
    </message>
    <message>
        <source>I enheternas köer</source>
        <translation>In the units&apos; queues</translation>
    </message>
    <message>
        <source>Inga egna löften</source>
        <translation>No promises of our own</translation>
    </message>
    <message>
        <source>Ingen patient nämns i listorna. Den som tar en rad ser vem det är, och det loggas.</source>
        <translation>No patient is named in the lists. Whoever takes a line sees who it is, and that is logged.</translation>
    </message>
    <message>
        <source>Ingen väntar på återuppringning</source>
        <translation>Nobody is waiting for a call-back</translation>
    </message>
    <message>
        <source>Köer</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>Lova att ringa från samtalskortet. Löften försvinner inte vid skiftbyte.</source>
        <translation>Promise to call from the call card. Promises do not vanish at a shift change.</translation>
    </message>
    <message>
        <source>Lämna vidare</source>
        <translation>Hand on</translation>
    </message>
    <message>
        <source>Löften som vi själva har gett</source>
        <translation>Promises that we have made ourselves</translation>
    </message>
    <message>
        <source>Släpp</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Ta och ring</source>
        <translation>Take and call</translation>
    </message>
    <message>
        <source>{late} efter löftet · {now} ska ringas nu · {rest} senare</source>
        <translation>{late} past the promise · {now} to be called now · {rest} later</translation>
    </message>
    <message>
        <source>Återuppringning</source>
        <translation>Call-backs</translation>
    </message>
</context>
<context>
    <name>CancelCallbackDialog</name>
    <message>
        <source>Avboka</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Avboka återuppringningen?</source>
        <translation>Cancel the call-back?</translation>
    </message>
    <message>
        <source>Låt stå kvar</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Patienten vill inte bli uppringd. Det går inte att ångra.</source>
        <translation>The patient does not want to be called. This cannot be undone.</translation>
    </message>
    <message>
        <source>Utan nummer och namn.</source>
        <translation>Without numbers and names.</translation>
    </message>
    <message>
        <source>Varför</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Varför, om det behövs</source>
        <translation>Why, if needed</translation>
    </message>
    <message>
        <source>Återuppringningen är avbokad.</source>
        <translation>The call-back is cancelled.</translation>
    </message>
</context>
<context>
    <name>CancelRuleDialog</name>
    <message>
        <source>Avbokar mottagningen för sent ersätter den också resan</source>
        <translation>A clinic that cancels too late pays for the journey too</translation>
    </message>
    <message>
        <source>Avbokar mottagningen för sent är nästa planerade besök avgiftsfritt</source>
        <translation>After a clinic has cancelled too late the next planned visit is free of charge</translation>
    </message>
    <message>
        <source>Belopp i kronor</source>
        <translation>Amount in kronor</translation>
    </message>
    <message>
        <source>Beloppet är vad mottagningen kan ta ut. Den beslutar själv.</source>
        <translation>The amount is what the clinic may charge. It decides for itself.</translation>
    </message>
    <message>
        <source>Ett besök {visit} avbokas senast {limit}.</source>
        <translation>A visit on {visit} is cancelled by {limit} at the latest.</translation>
    </message>
    <message>
        <source>Gäller besök från</source>
        <translation>For visits from</translation>
    </message>
    <message>
        <source>Gäller besök till och med</source>
        <translation>For visits until and including</translation>
    </message>
    <message>
        <source>Hela vardagar före besöket</source>
        <translation>Whole weekdays before the visit</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Källa</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Regel för avbokning</source>
        <translation>Rule for cancelling</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Sista dagen ligger före den första.</source>
        <translation>The last day is before the first.</translation>
    </message>
    <message>
        <source>Skriv 1 till 10.</source>
        <translation>Write 1 to 10.</translation>
    </message>
    <message>
        <source>Skriv datumet som 2026-11-21.</source>
        <translation>Write the date as 2026-11-21.</translation>
    </message>
    <message>
        <source>Skriv ett antal vardagar, högst 30.</source>
        <translation>Write a number of weekdays, at most 30.</translation>
    </message>
    <message>
        <source>Skriv ett belopp, högst 100 000 kronor.</source>
        <translation>Write an amount, at most 100 000 kronor.</translation>
    </message>
    <message>
        <source>Skriv ett tal.</source>
        <translation>Write a number.</translation>
    </message>
    <message>
        <source>Skriv hela år, högst 150.</source>
        <translation>Write whole years, at most 150.</translation>
    </message>
    <message>
        <source>Så många gånger utan svar innan besöket räknas som uteblivet.</source>
        <translation>So many times without answer before the visit counts as missed.</translation>
    </message>
    <message>
        <source>Telefonbesök: antal försök</source>
        <translation>Visits by telephone: number of attempts</translation>
    </message>
    <message>
        <source>Tomt: tills vidare.</source>
        <translation>Empty: until further notice.</translation>
    </message>
    <message>
        <source>Undantag som kan åberopas</source>
        <translation>Exceptions that can be claimed</translation>
    </message>
    <message>
        <source>Välj en region.</source>
        <translation>Choose a region.</translation>
    </message>
    <message>
        <source>Vård</source>
        <translation>Care</translation>
    </message>
    <message>
        <source>Ålder från</source>
        <translation>Age from</translation>
    </message>
    <message>
        <source>Ålder till och med</source>
        <translation>Age until and including</translation>
    </message>
    <message>
        <source>Åldern ligger före den som regeln börjar vid.</source>
        <translation>The age is before the one at which the rule begins.</translation>
    </message>
</context>
<context>
    <name>CancelRulesDialog</name>
    <message>
        <source>Belopp</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>De säger om en avbokning är i tid. Mottagningen beslutar om avgiften.</source>
        <translation>They say whether a cancellation is in time. The clinic decides on the fee.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Det som är publicerat ändras aldrig. Nästa utgåva gäller från i dag.</source>
        <translation>What is published is never changed. The next edition is in force from today.</translation>
    </message>
    <message>
        <source>Gäller besök</source>
        <translation>For visits</translation>
    </message>
    <message>
        <source>Inga regler än</source>
        <translation>No rules yet</translation>
    </message>
    <message>
        <source>Inga regler är publicerade: inget sägs om tid och avgift.</source>
        <translation>No rules are published: nothing is said of time and fee.</translation>
    </message>
    <message>
        <source>Inget är ändrat. Skriv varför reglerna ändå ska publiceras på nytt.</source>
        <translation>Nothing has changed. Write why the rules are to be published again all the same.</translation>
    </message>
    <message>
        <source>Lägg till minst en regel.</source>
        <translation>Add at least one rule.</translation>
    </message>
    <message>
        <source>Nummer {number}, gäller nu</source>
        <translation>Number {number}, in force now</translation>
    </message>
    <message>
        <source>Nummer {number}, {at}</source>
        <translation>Number {number}, {at}</translation>
    </message>
    <message>
        <source>Ny regel</source>
        <translation>New rule</translation>
    </message>
    <message>
        <source>Publicera</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Publicerad {at}.</source>
        <translation>Published {at}.</translation>
    </message>
    <message>
        <source>Påhittade, för demonstration.</source>
        <translation>Invented, for demonstration.</translation>
    </message>
    <message>
        <source>Regel {at} gäller samma besök som en regel ovanför den.</source>
        <translation>Rule {at} is for the same visits as a rule above it.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Regler</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Regler för avbokning</source>
        <translation>Rules for cancelling</translation>
    </message>
    <message>
        <source>Reglerna för avbokning gäller nu.</source>
        <translation>The rules for cancelling are in force now.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Undantag</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>Utgåva</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Vad som är ändrat, och varför</source>
        <translation>What is changed, and why</translation>
    </message>
    <message>
        <source>Vardagar</source>
        <translation>Weekdays</translation>
    </message>
    <message>
        <source>Vår region</source>
        <translation>Our region</translation>
    </message>
    <message>
        <source>Vår region har ingen regel. Lägg till en, eller välj en annan region.</source>
        <translation>Our region has no rule. Add one, or choose another region.</translation>
    </message>
    <message>
        <source>Vård</source>
        <translation>Care</translation>
    </message>
    <message>
        <source>alla</source>
        <translation>all</translation>
    </message>
    <message>
        <source>från {age} år</source>
        <translation>from {age} years</translation>
    </message>
    <message>
        <source>{amount} kr</source>
        <translation>SEK {amount}</translation>
    </message>
    <message>
        <source>{first}–{last} år</source>
        <translation>{first}–{last} years</translation>
    </message>
    <message>
        <source>Ålder</source>
        <translation>Age</translation>
    </message>
</context>
<context>
    <name>CancelTimeDialog</name>
    <message>
        <source>Avboka</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Avboka och ställ i kö</source>
        <translation>Cancel and place in the queue</translation>
    </message>
    <message>
        <source>Avboka tiden</source>
        <translation>Cancel the time</translation>
    </message>
    <message>
        <source>Behåll kallelsen</source>
        <translation>Keep the invitation</translation>
    </message>
    <message>
        <source>Behåll tiden</source>
        <translation>Keep the time</translation>
    </message>
    <message>
        <source>Den närståendes namn</source>
        <translation>The relative&apos;s name</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Fråga först. Inget besked skickas utan ett ja.</source>
        <translation>Ask first. No notice is sent without a yes.</translation>
    </message>
    <message>
        <source>Fråga vad patienten vill sedan.</source>
        <translation>Ask what the patient wants next.</translation>
    </message>
    <message>
        <source>Fråga, och kryssa för det som sägs. Mottagningen avgör.</source>
        <translation>Ask, and tick what is said. The clinic decides.</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Kallelsen är avböjd.</source>
        <translation>The invitation is declined.</translation>
    </message>
    <message>
        <source>Meddelande till mottagningen</source>
        <translation>Message to the clinic</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Patienten har inte fått någon plats i kön. Inget är avbokat.</source>
        <translation>The patient has not been given a place in the queue. Nothing has been cancelled.</translation>
    </message>
    <message>
        <source>Platsen i kön är given, men inget är avbokat. {why}</source>
        <translation>The place in the queue has been given, but nothing has been cancelled. {why}</translation>
    </message>
    <message>
        <source>Ska patienten få besked?</source>
        <translation>Shall the patient be notified?</translation>
    </message>
    <message>
        <source>Skriv vem som ringer.</source>
        <translation>Write who is calling.</translation>
    </message>
    <message>
        <source>Ställ i mottagningens kö</source>
        <translation>Place in the clinic&apos;s queue</translation>
    </message>
    <message>
        <source>Tacka nej till kallelsen</source>
        <translation>Decline the invitation</translation>
    </message>
    <message>
        <source>Tiden är avbokad.</source>
        <translation>The time is cancelled.</translation>
    </message>
    <message>
        <source>Vad vill patienten sedan?</source>
        <translation>What does the patient want next?</translation>
    </message>
    <message>
        <source>Varför?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Vem avbokar?</source>
        <translation>Who cancels?</translation>
    </message>
    <message>
        <source>Välj ny tid</source>
        <translation>Choose a new time</translation>
    </message>
    <message>
        <source>Välj varför.</source>
        <translation>Choose why.</translation>
    </message>
    <message>
        <source>Åberopar inringaren något undantag?</source>
        <translation>Does the caller claim an exception?</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Tidigare samtal från numret</source>
        <translation>Earlier calls from this number</translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message>
        <source>Det som följde med samtalet</source>
        <translation>What came with the call</translation>
    </message>
    <message>
        <source>Ett samtal är överlämnat till dig.</source>
        <translation>A call has been handed over to you.</translation>
    </message>
    <message>
        <source>Inget samtal pågår</source>
        <translation>No call in progress</translation>
    </message>
    <message>
        <source>Kortet öppnas när du svarar. Samtal utan växel registrerar du själv.</source>
        <translation>The card opens when you answer. Register calls without an exchange yourself.</translation>
    </message>
    <message>
        <source>Nytt samtal</source>
        <translation>New call</translation>
    </message>
    <message>
        <source>{state}, anteckning återstår</source>
        <translation>{state}, note remaining</translation>
    </message>
    <message>
        <source>{state}, inte sparat</source>
        <translation>{state}, not saved</translation>
    </message>
    <message>
        <source>{state}, {mark}</source>
        <translation>{state}, {mark}</translation>
    </message>
    <message>
        <source>Öppna samtal</source>
        <translation>Open calls</translation>
    </message>
    <message>
        <source>Överlämnas</source>
        <translation>Being handed over</translation>
    </message>
</context>
<context>
    <name>CaseActDialog</name>
    <message>
        <source>Det gick inte.</source>
        <translation>It did not work.</translation>
    </message>
    <message>
        <source>Det är inte sparat. Tryck Esc igen om texten ska kastas.</source>
        <translation>It is not saved. Press Esc again to throw the text away.</translation>
    </message>
</context>
<context>
    <name>CaseActLines</name>
    <message>
        <source>Bekräfta</source>
        <translation>Acknowledge</translation>
    </message>
    <message>
        <source>Beslut</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Ge vidare</source>
        <translation>Give on</translation>
    </message>
    <message>
        <source>Historik</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Informerat</source>
        <translation>Informed</translation>
    </message>
    <message>
        <source>Motfråga</source>
        <translation>Counter-question</translation>
    </message>
    <message>
        <source>Plats i kö</source>
        <translation>Place in queue</translation>
    </message>
    <message>
        <source>Svar har kommit</source>
        <translation>An answer has come</translation>
    </message>
    <message>
        <source>Återtaget</source>
        <translation>Withdrawn</translation>
    </message>
</context>
<context>
    <name>CaseAlert</name>
    <message>
        <source>Försenade ärenden: {count}.</source>
        <translation>Overdue cases: {count}.</translation>
    </message>
    <message>
        <source>Misstänkta vårdskador att besluta om: {count}.</source>
        <translation>Suspected care injuries to decide about: {count}.</translation>
    </message>
    <message>
        <source>Snart försenade: {count}.</source>
        <translation>Overdue soon: {count}.</translation>
    </message>
    <message>
        <source>Visa: {keys}</source>
        <translation>Show: {keys}</translation>
    </message>
    <message>
        <source>{late} försenade ärenden, {soon} som snart är det</source>
        <translation>{late} overdue cases, {soon} that soon are</translation>
    </message>
</context>
<context>
    <name>CaseDialog</name>
    <message>
        <source>Det gick inte.</source>
        <translation>It did not work.</translation>
    </message>
    <message>
        <source>Det är ingen e-postadress.</source>
        <translation>That is no e-mail address.</translation>
    </message>
    <message>
        <source>Det är inget telefonnummer.</source>
        <translation>That is no telephone number.</translation>
    </message>
    <message>
        <source>En annan patient</source>
        <translation>Another patient</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Får aldrig erbjudas</source>
        <translation>Must never be offered</translation>
    </message>
    <message>
        <source>Först ska komma</source>
        <translation>First there should be</translation>
    </message>
    <message>
        <source>Första enheten, HSA-id</source>
        <translation>The first unit, HSA-id</translation>
    </message>
    <message>
        <source>Hur bråttom</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Koder med mellanslag, som NARAKUT.</source>
        <translation>Codes with spaces between them, such as NARAKUT.</translation>
    </message>
    <message>
        <source>Kommun</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Kontaktorsak</source>
        <translation>Contact reason</translation>
    </message>
    <message>
        <source>Listad enhet, HSA-id</source>
        <translation>Unit listed with, HSA-id</translation>
    </message>
    <message>
        <source>Måste stämma innan reglerna kan publiceras. Tomt: spelar ingen roll.</source>
        <translation>Must hold before the rules can be published. Empty: it does not matter.</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Skriv hela år.</source>
        <translation>Enter whole years.</translation>
    </message>
    <message>
        <source>Skriv när det hände, som 2026-11-20, 2026-11 eller 2026.</source>
        <translation>Write when it happened, as 2026-11-20, 2026-11 or 2026.</translation>
    </message>
    <message>
        <source>Skriv tiden som 2026-11-21 22:30.</source>
        <translation>Write the time as 2026-11-21 22:30.</translation>
    </message>
    <message>
        <source>Skyddade uppgifter: lämna inte ut namn, adress, nummer eller e-post. Brev går genom Skatteverket.</source>
        <translation>Protected identity: give out no name, address, number or e-mail. Letters go by the Tax Agency.</translation>
    </message>
    <message>
        <source>Spara {count} ändringar</source>
        <translation>Save {count} changes</translation>
    </message>
    <message>
        <source>Spara ändringarna</source>
        <translation>Save the changes</translation>
    </message>
    <message>
        <source>Spara ändringen</source>
        <translation>Save the change</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Vad som helst</source>
        <translation>Anything</translation>
    </message>
    <message>
        <source>Valet är sparat.</source>
        <translation>The choice is saved.</translation>
    </message>
    <message>
        <source>Ändringarna är inte sparade. Tryck Esc igen om de ska kastas.</source>
        <translation>The changes are not saved. Press Esc again to throw them away.</translation>
    </message>
    <message>
        <source>Ändringen är sparad.</source>
        <translation>The change is saved.</translation>
    </message>
    <message>
        <source>Ärende {number}</source>
        <translation>Case {number}</translation>
    </message>
    <message>
        <source>Ålder</source>
        <translation>Age</translation>
    </message>
</context>
<context>
    <name>CaseDoing</name>
    <message>
        <source>Du har hand om ärendet nu.</source>
        <translation>The case is in your hands now.</translation>
    </message>
    <message>
        <source>Patienten har fått en plats i enhetens återuppringning.</source>
        <translation>The patient has got a place in the unit&apos;s call-back queue.</translation>
    </message>
    <message>
        <source>Utredningen har börjat.</source>
        <translation>The investigation has begun.</translation>
    </message>
    <message>
        <source>Ärendet är överlämnat till enhetens återuppringning.</source>
        <translation>The case is handed over to the unit&apos;s call-back queue.</translation>
    </message>
</context>
<context>
    <name>CaseFiguresDialog</name>
    <message>
        <source>Bekräftade i tid</source>
        <translation>Acknowledged in time</translation>
    </message>
    <message>
        <source>Besvarade</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>CSV-filer (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>Dagar, median</source>
        <translation>Days, median</translation>
    </message>
    <message>
        <source>Det som patientnämnden frågar efter. Ingen nämns.</source>
        <translation>What the patient board asks for. Nobody is named.</translation>
    </message>
    <message>
        <source>E-tjänst</source>
        <translation>E-service</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>I tid</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>Inget det året</source>
        <translation>Nothing that year</translation>
    </message>
    <message>
        <source>Inkomna</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Inte sagt</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Klagomål, synpunkter, beröm och frågor: {received} inkomna, {answered} besvarade, {in_time} av dem i tid. Misstänkta vårdskador {injuries}, anmälda enligt lex Maria {lex_maria}. Rör barn: {children}.</source>
        <translation>Complaints, views, praise and questions: {received} received, {answered} answered, {in_time} of them in time. Suspected care injuries {injuries}, reported under lex Maria {lex_maria}. About children: {children}.</translation>
    </message>
    <message>
        <source>Kopiera som text</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>Skriv ett år.</source>
        <translation>Write a year.</translation>
    </message>
    <message>
        <source>Spara som fil</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>Spara årets tal</source>
        <translation>Save the year&apos;s figures</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Uppdelat efter</source>
        <translation>Divided by</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>År</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Årets tal</source>
        <translation>The year&apos;s figures</translation>
    </message>
    <message>
        <source>Årets tal är kopierade.</source>
        <translation>The year&apos;s figures are copied.</translation>
    </message>
    <message>
        <source>Årets tal är sparade.</source>
        <translation>The year&apos;s figures are saved.</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Den dagen har inte kommit än.</source>
        <translation>That day has not come yet.</translation>
    </message>
    <message>
        <source>Det är ingen e-postadress.</source>
        <translation>That is no e-mail address.</translation>
    </message>
    <message>
        <source>Det är inget telefonnummer.</source>
        <translation>That is no telephone number.</translation>
    </message>
    <message>
        <source>Hur det kom in</source>
        <translation>How it came in</translation>
    </message>
    <message>
        <source>Ingen patient är vald</source>
        <translation>No patient is chosen</translation>
    </message>
    <message>
        <source>Kom in den</source>
        <translation>Came in on</translation>
    </message>
    <message>
        <source>Patienten: {name}</source>
        <translation>The patient: {name}</translation>
    </message>
    <message>
        <source>Skriv dagen som {day} eller {date}.</source>
        <translation>Write the day as {day} or {date}.</translation>
    </message>
    <message>
        <source>Skriv när det hände, som 2026-11-20, november 2026 eller 2026.</source>
        <translation>Write when it happened, as 2026-11-20, November 2026 or 2026.</translation>
    </message>
    <message>
        <source>Skriv vad det gäller.</source>
        <translation>Write what it is about.</translation>
    </message>
    <message>
        <source>Sök patienten</source>
        <translation>Find the patient</translation>
    </message>
    <message>
        <source>Ta bort patienten</source>
        <translation>Remove the patient</translation>
    </message>
    <message>
        <source>Tomt: nu. Annars som {day}.</source>
        <translation>Empty: now. Otherwise as {day}.</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>Kom in {when}, {how}. Har hand om det: {owner}.</source>
        <translation>Came in {when}, {how}. In the hands of: {owner}.</translation>
    </message>
    <message>
        <source>ingen</source>
        <translation>nobody</translation>
    </message>
</context>
<context>
    <name>CaseHistoryDialog</name>
    <message>
        <source>Alla fält</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>Blev</source>
        <translation>Became</translation>
    </message>
    <message>
        <source>Där stod</source>
        <translation>There stood</translation>
    </message>
    <message>
        <source>Fält</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Fältens historik</source>
        <translation>History of the fields</translation>
    </message>
    <message>
        <source>Hela ändringen</source>
        <translation>The whole change</translation>
    </message>
    <message>
        <source>Inget fält har ändrats sedan ärendet togs in</source>
        <translation>No field has been changed since the case was taken in</translation>
    </message>
    <message>
        <source>När</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Skrev</source>
        <translation>Wrote</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Såg</source>
        <translation>Saw</translation>
    </message>
    <message>
        <source>Vem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}: {value}</translation>
    </message>
    <message>
        <source>Ändringar</source>
        <translation>Changes</translation>
    </message>
</context>
<context>
    <name>CaseImportDialog</name>
    <message>
        <source>Alla filer (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>En CSV- eller JSON-fil ur 1177:s e-tjänster eller 1177 direkt. Ärendets nummer i e-tjänsten avgör om det finns redan.</source>
        <translation>A CSV or JSON file from 1177&apos;s e-services or 1177 direkt. The case&apos;s number in the e-service tells whether it is there already.</translation>
    </message>
    <message>
        <source>Filen har inga ärenden.</source>
        <translation>The file has no cases.</translation>
    </message>
    <message>
        <source>Ingen fil är vald.</source>
        <translation>No file is chosen.</translation>
    </message>
    <message>
        <source>Inget läses in. Fel i filen: {faults}. Rätta den och välj den igen.</source>
        <translation>Nothing is read in. Faults in the file: {faults}. Correct it and choose it again.</translation>
    </message>
    <message>
        <source>Inget läses in. Rader som inte går att använda här: {count}.</source>
        <translation>Nothing is read in. Rows that cannot be used here: {count}.</translation>
    </message>
    <message>
        <source>Läs in</source>
        <translation>Read in</translation>
    </message>
    <message>
        <source>Läs in ärenden ur en e-tjänst</source>
        <translation>Read in cases from an e-service</translation>
    </message>
    <message>
        <source>Personer som läggs upp: {count}.</source>
        <translation>Persons who are added: {count}.</translation>
    </message>
    <message>
        <source>Rader med fel</source>
        <translation>Rows with faults</translation>
    </message>
    <message>
        <source>Text och JSON (*.csv *.tsv *.txt *.json)</source>
        <translation>Text and JSON (*.csv *.tsv *.txt *.json)</translation>
    </message>
    <message>
        <source>Välj en fil med ärenden</source>
        <translation>Choose a file of cases</translation>
    </message>
    <message>
        <source>Välj fil</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>{done} av {all}</source>
        <translation>{done} of {all}</translation>
    </message>
    <message>
        <source>{new} nya ärenden, {same} finns redan och lämnas som de är.</source>
        <translation>{new} new cases, {same} are there already and are left as they are.</translation>
    </message>
    <message>
        <source>{why} Inlästa: {done} av {all}. Läs in samma fil igen för resten.</source>
        <translation>{why} Read in: {done} of {all}. Read the same file in again for the rest.</translation>
    </message>
    <message>
        <source>Ärendena är inlästa: {count}.</source>
        <translation>The cases are read in: {count}.</translation>
    </message>
</context>
<context>
    <name>CaseIntake</name>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>CaseIntakeDialog</name>
    <message>
        <source>Allt som sades är inte noterat: {why}</source>
        <translation>Not all that was said is noted: {why}</translation>
    </message>
    <message>
        <source>Allt är frågat.</source>
        <translation>Everything is asked.</translation>
    </message>
    <message>
        <source>Att fråga om</source>
        <translation>To ask about</translation>
    </message>
    <message>
        <source>Det blir ett ärende för sig och hör inte till journalen.</source>
        <translation>It becomes a case of its own and is no part of the record.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It did not work.</translation>
    </message>
    <message>
        <source>Det är inte registrerat. Tryck Esc igen om texten ska kastas.</source>
        <translation>It is not registered. Press Esc again to throw the text away.</translation>
    </message>
    <message>
        <source>Registrera</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Registrera och skriv ut</source>
        <translation>Register and print</translation>
    </message>
    <message>
        <source>Ta emot klagomål, synpunkt, beröm eller fråga</source>
        <translation>Take in a complaint, a view, praise or a question</translation>
    </message>
</context>
<context>
    <name>CaseLetterDialog</name>
    <message>
        <source>Brevet noteras i ärendet med tid och ditt namn.</source>
        <translation>The letter is noted in the case with the time and your name.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It did not work.</translation>
    </message>
    <message>
        <source>Visa sidan</source>
        <translation>Show the page</translation>
    </message>
</context>
<context>
    <name>CaseRows</name>
    <message>
        <source>En kollega</source>
        <translation>A colleague</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Ingens</source>
        <translation>Nobody&apos;s</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Mitt</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Märkt</source>
        <translation>Marked</translation>
    </message>
    <message>
        <source>Nu är det</source>
        <translation>Now it is</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Nästa</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Vems</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>sedan {day}: {what}</source>
        <translation>since {day}: {what}</translation>
    </message>
    <message>
        <source>{day}: {what}</source>
        <translation>{day}: {what}</translation>
    </message>
    <message>
        <source>Ärende</source>
        <translation>Case</translation>
    </message>
</context>
<context>
    <name>CaseTakenDialog</name>
    <message>
        <source>Adam Bertil Cesar David Erik Filip Gustav Helge Johan Kalle Martin Niklas Petter Qvintus Rudolf Sigurd Tore Viktor Wilhelm Xerxes Yngve Zäta</source>
        <translation>Adam Bertil Cesar David Erik Filip Gustav Helge Johan Kalle Martin Niklas Petter Qvintus Rudolf Sigurd Tore Viktor Wilhelm Xerxes Yngve Zäta</translation>
    </message>
    <message>
        <source>Bekräftelsen är utskriven.</source>
        <translation>The acknowledgement is printed.</translation>
    </message>
    <message>
        <source>Chefläkaren har fått ärendet: en vårdskada misstänks.</source>
        <translation>The chief medical officer has the case: a care injury is suspected.</translation>
    </message>
    <message>
        <source>Sagt</source>
        <translation>Said</translation>
    </message>
    <message>
        <source>Skriv ut bekräftelsen</source>
        <translation>Print the acknowledgement</translation>
    </message>
    <message>
        <source>Tack. Vi har tagit emot det.</source>
        <translation>Thank you. We have received it.</translation>
    </message>
    <message>
        <source>Tack. Vi tar emot det, men kan inte svara dig.</source>
        <translation>Thank you. We receive it, but cannot answer you.</translation>
    </message>
    <message>
        <source>Vi har tagit emot det. Du får svar senast {day}.</source>
        <translation>We have received it. You get an answer by {day}.</translation>
    </message>
    <message>
        <source>Ärendet är registrerat</source>
        <translation>The case is registered</translation>
    </message>
    <message>
        <source>Ärendets nummer</source>
        <translation>The case&apos;s number</translation>
    </message>
</context>
<context>
    <name>CaseTermsDialog</name>
    <message>
        <source>Används</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Bekräftelse, vardagar</source>
        <translation>Acknowledgement, working days</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It did not work.</translation>
    </message>
    <message>
        <source>Det som är publicerat ändras aldrig. Nästa utgåva gäller genast, också för ärenden som pågår, men ingen dag som har sagts skjuts upp.</source>
        <translation>What is published is never changed. The next edition applies at once, also to cases that are going on, but no day that was said is put off.</translation>
    </message>
    <message>
        <source>Det vi säger kan inte vara kortare än tiden för svaret.</source>
        <translation>What we say cannot be shorter than the time for the answer.</translation>
    </message>
    <message>
        <source>E-tjänst: första svar, vardagar</source>
        <translation>E-service: first answer, working days</translation>
    </message>
    <message>
        <source>Hör till</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>Inga kategorier än</source>
        <translation>No categories yet</translation>
    </message>
    <message>
        <source>Inget är publicerat: kategorier och tider är programmets egna förslag.</source>
        <translation>Nothing is published: categories and times are the program&apos;s own proposals.</translation>
    </message>
    <message>
        <source>Inget är ändrat. Skriv varför villkoren ändå ska publiceras.</source>
        <translation>Nothing is changed. Write why the terms are to be published all the same.</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Kategori {code} saknar namn.</source>
        <translation>Category {code} has no name.</translation>
    </message>
    <message>
        <source>Kategori {code}: koden är 1 eller 1.4, står en gång, och har sin huvudkategori ovanför sig.</source>
        <translation>Category {code}: the code is 1 or 1.4, stands once, and has its main category above it.</translation>
    </message>
    <message>
        <source>Kategorier</source>
        <translation>Categories</translation>
    </message>
    <message>
        <source>Kategorierna är till för årets tal. Tiderna säger när ett ärende ska vara klart.</source>
        <translation>The categories are for the year&apos;s figures. The times say when a case is to be done.</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Minst en kategori ska användas.</source>
        <translation>At least one category must be in use.</translation>
    </message>
    <message>
        <source>Nummer {number}, gäller nu</source>
        <translation>Number {number}, in force now</translation>
    </message>
    <message>
        <source>Nummer {number}, {at}</source>
        <translation>Number {number}, {at}</translation>
    </message>
    <message>
        <source>Ny kategori</source>
        <translation>New category</translation>
    </message>
    <message>
        <source>Publicera</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Publicerad {at}.</source>
        <translation>Published {at}.</translation>
    </message>
    <message>
        <source>Påhittad, för demonstration.</source>
        <translation>Invented, for demonstration.</translation>
    </message>
    <message>
        <source>Rådgivning i 1177 direkt, minuter</source>
        <translation>Advice in 1177 direkt, minutes</translation>
    </message>
    <message>
        <source>Skriv ett tal.</source>
        <translation>Write a number.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Svar, veckor</source>
        <translation>Answer, weeks</translation>
    </message>
    <message>
        <source>Säg till före bekräftelse, vardagar</source>
        <translation>Tell before the acknowledgement, working days</translation>
    </message>
    <message>
        <source>Säg till före svar, vardagar</source>
        <translation>Tell before the answer, working days</translation>
    </message>
    <message>
        <source>Så kort eller lång kan tiden inte vara.</source>
        <translation>The time cannot be as short or as long as that.</translation>
    </message>
    <message>
        <source>Utgåva</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Utredning för lex Maria, månader</source>
        <translation>Investigation for lex Maria, months</translation>
    </message>
    <message>
        <source>Vad som är ändrat, och varför</source>
        <translation>What is changed, and why</translation>
    </message>
    <message>
        <source>Vi säger högst, vardagar</source>
        <translation>We say at most, working days</translation>
    </message>
    <message>
        <source>Villkor för ärenden</source>
        <translation>Terms of cases</translation>
    </message>
    <message>
        <source>Villkoren för ärenden gäller nu.</source>
        <translation>The terms of cases are in force now.</translation>
    </message>
    <message>
        <source>inte längre</source>
        <translation>no more</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>Ändringarna är inte publicerade. Tryck Esc igen om de ska kastas.</source>
        <translation>The changes are not published. Press Esc again to throw them away.</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>1 ärende: {late} försenat, {near} snart, {waits} väntar på svar</source>
        <translation>1 case: {late} overdue, {near} soon, {waits} waiting for an answer</translation>
    </message>
    <message>
        <source>E-tjänster</source>
        <translation>E-services</translation>
    </message>
    <message>
        <source>Enter söker ett ärende efter dess nummer, var det än är.</source>
        <translation>Enter finds a case by its number, wherever it is.</translation>
    </message>
    <message>
        <source>Flera ärenden har numret. Välj i listan.</source>
        <translation>Several cases have the number. Choose in the list.</translation>
    </message>
    <message>
        <source>Ge till en annan</source>
        <translation>Give to another</translation>
    </message>
    <message>
        <source>Här står det som du har tagit in de senaste 30 dagarna.</source>
        <translation>Here is what you have taken in during the last 30 days.</translation>
    </message>
    <message>
        <source>Inga ärenden</source>
        <translation>No cases</translation>
    </message>
    <message>
        <source>Ingen nämns i listorna. Den som öppnar ett ärende ser vem det gäller, och det loggas.</source>
        <translation>Nobody is named in the lists. Whoever opens a case sees whom it is about, and that is logged.</translation>
    </message>
    <message>
        <source>Inget i listan stämmer</source>
        <translation>Nothing in the list fits</translation>
    </message>
    <message>
        <source>Inget i listan väntar på någon.</source>
        <translation>Nothing in the list waits for anybody.</translation>
    </message>
    <message>
        <source>Inget intaget av dig</source>
        <translation>Nothing taken in by you</translation>
    </message>
    <message>
        <source>Inget ärende har det numret, eller du får inte se det.</source>
        <translation>No case has that number, or you may not see it.</translation>
    </message>
    <message>
        <source>Intagna</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>Klagomål</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>Läs in</source>
        <translation>Read in</translation>
    </message>
    <message>
        <source>Mina</source>
        <translation>My own</translation>
    </message>
    <message>
        <source>Nytt</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Nytt ärende</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Rådgivning</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Sök</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Ta hand om</source>
        <translation>Take on</translation>
    </message>
    <message>
        <source>Utan ägare</source>
        <translation>Without owner</translation>
    </message>
    <message>
        <source>Vilken lista</source>
        <translation>Which list</translation>
    </message>
    <message>
        <source>Villkor</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>Visa fler</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Vårdskador</source>
        <translation>Care injuries</translation>
    </message>
    <message>
        <source>{count} ärenden: {late} försenade, {near} snart, {waits} väntar på svar</source>
        <translation>{count} cases: {late} overdue, {near} soon, {waits} waiting for an answer</translation>
    </message>
    <message>
        <source>{number} är ditt.</source>
        <translation>{number} is yours.</translation>
    </message>
    <message>
        <source>{number} är preliminärt ditt, tills centralen har svarat.</source>
        <translation>{number} is yours preliminarily, until the centre has answered.</translation>
    </message>
    <message>
        <source>{told}. Listan är längre.</source>
        <translation>{told}. The list is longer.</translation>
    </message>
    <message>
        <source>Ärenden</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Ärendets nummer, enhet, handläggare eller läge</source>
        <translation>The case&apos;s number, unit, handler or stage</translation>
    </message>
    <message>
        <source>Årets tal</source>
        <translation>The year&apos;s figures</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>CategoryCombo</name>
    <message>
        <source>Ingen kategori än</source>
        <translation>No category yet</translation>
    </message>
</context>
<context>
    <name>CategoryDialog</name>
    <message>
        <source>1 är en huvudkategori, 1.4 hör till den. Koden blir kvar.</source>
        <translation>1 is a main category, 1.4 belongs to it. The code stays.</translation>
    </message>
    <message>
        <source>Används inte längre, men gamla ärenden behåller den</source>
        <translation>Not in use any more, but old cases keep it</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Skriv en kod, till exempel 1.7.</source>
        <translation>Write a code, for example 1.7.</translation>
    </message>
    <message>
        <source>Skriv vad kategorin heter.</source>
        <translation>Write what the category is called.</translation>
    </message>
    <message>
        <source>Vad den heter</source>
        <translation>What it is called</translation>
    </message>
</context>
<context>
    <name>ChooseTimeDialog</name>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Behåll den gamla tiden</source>
        <translation>Keep the old time</translation>
    </message>
    <message>
        <source>Besök</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Boka</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Boka en tid</source>
        <translation>Book a time</translation>
    </message>
    <message>
        <source>Boka om</source>
        <translation>Rebook</translation>
    </message>
    <message>
        <source>Boka {when}</source>
        <translation>Book {when}</translation>
    </message>
    <message>
        <source>Den gamla tiden står kvar.</source>
        <translation>The old time stands.</translation>
    </message>
    <message>
        <source>Den gamla tiden står tills den nya är bokad: {old}</source>
        <translation>The old time stands until the new one is booked: {old}</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Hos</source>
        <translation>With</translation>
    </message>
    <message>
        <source>Inga lediga tider på fyra veckor</source>
        <translation>No free times for four weeks</translation>
    </message>
    <message>
        <source>Inom</source>
        <translation>Within</translation>
    </message>
    <message>
        <source>Lediga tider</source>
        <translation>Free times</translation>
    </message>
    <message>
        <source>Ledigt i stället: {times}.</source>
        <translation>Free instead: {times}.</translation>
    </message>
    <message>
        <source>Mottagning</source>
        <translation>Clinic</translation>
    </message>
    <message>
        <source>När</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Okänt</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Platser</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Samma mottagning och slag av besök.</source>
        <translation>The same clinic and kind of visit.</translation>
    </message>
    <message>
        <source>Skriv dagen som 26/11.</source>
        <translation>Write the day as 26/11.</translation>
    </message>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Write a part of the name</translation>
    </message>
    <message>
        <source>Som 26/11, torsdag eller i morgon. Tomt: nu.</source>
        <translation>Such as 26/11, torsdag or i morgon. Empty: now.</translation>
    </message>
    <message>
        <source>Tidigast</source>
        <translation>Earliest</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Utanför</source>
        <translation>Beyond</translation>
    </message>
    <message>
        <source>Välj en mottagning</source>
        <translation>Choose a clinic</translation>
    </message>
    <message>
        <source>Välj en senare dag, eller ställ patienten i mottagningens kö.</source>
        <translation>Choose a later day, or place the patient in the clinic&apos;s queue.</translation>
    </message>
    <message>
        <source>Vårdgarantin</source>
        <translation>The care guarantee</translation>
    </message>
</context>
<context>
    <name>ChooseValueDialog</name>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Vad ska gälla: {field}</source>
        <translation>What is to hold: {field}</translation>
    </message>
    <message>
        <source>Valet är sparat.</source>
        <translation>The choice is saved.</translation>
    </message>
</context>
<context>
    <name>ChordDialog</name>
    <message>
        <source>Behåll den gamla</source>
        <translation>Keep the old one</translation>
    </message>
    <message>
        <source>Ingen tangent</source>
        <translation>No key</translation>
    </message>
    <message>
        <source>Ny tangent</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Tryck tangenten som ska göra detta: {action}.</source>
        <translation>Press the key that should do this: {action}.</translation>
    </message>
</context>
<context>
    <name>ClaimLine</name>
    <message>
        <source>Avvisad: något som gjordes här gäller inte. Mer står under {page} ({keys}).</source>
        <translation>Rejected: something done here does not hold. More under {page} ({keys}).</translation>
    </message>
    <message>
        <source>Bekräftad: det gäller.</source>
        <translation>Confirmed: it holds.</translation>
    </message>
    <message>
        <source>Granskas: inget är borta, och mer står under {page} ({keys}).</source>
        <translation>Under review: nothing is lost, and there is more under {page} ({keys}).</translation>
    </message>
    <message>
        <source>Preliminär: centralen har inte svarat än. Du kan arbeta vidare.</source>
        <translation>Preliminary: the centre has not answered yet. You can go on working.</translation>
    </message>
</context>
<context>
    <name>ClocksCard</name>
    <message>
        <source>1 vardag</source>
        <translation>1 working day</translation>
    </message>
    <message>
        <source>Chefläkaren har beslutat: {decision}.</source>
        <translation>The chief medical officer has decided: {decision}.</translation>
    </message>
    <message>
        <source>Efter {day} kan IVO avstå från att pröva.</source>
        <translation>After {day} IVO may decline to try it.</translation>
    </message>
    <message>
        <source>Har väntat {days} dagar i allt.</source>
        <translation>Has waited {days} days in all.</translation>
    </message>
    <message>
        <source>Ingen klocka går.</source>
        <translation>No clock is running.</translation>
    </message>
    <message>
        <source>Inget svar är att vänta.</source>
        <translation>No answer is to be expected.</translation>
    </message>
    <message>
        <source>Klockor</source>
        <translation>Clocks</translation>
    </message>
    <message>
        <source>Nytt datum är lovat: {day}.</source>
        <translation>A new date is promised: {day}.</translation>
    </message>
    <message>
        <source>Senast {day}</source>
        <translation>By {day}</translation>
    </message>
    <message>
        <source>Sägs eller lämnas nu.</source>
        <translation>Is said or handed over now.</translation>
    </message>
    <message>
        <source>Väntar på den som hörde av sig sedan {day}: {reason}</source>
        <translation>Waiting for whoever got in touch since {day}: {reason}</translation>
    </message>
    <message>
        <source>{count} vardagar</source>
        <translation>{count} working days</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Avsluta</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Avsluta ärendet</source>
        <translation>End the case</translation>
    </message>
    <message>
        <source>Något kom in sedan ärendet avslutades. Märkningen tas bort.</source>
        <translation>Something came in after the case was ended. The mark is removed.</translation>
    </message>
    <message>
        <source>Varför, om det behövs</source>
        <translation>Why, if needed</translation>
    </message>
    <message>
        <source>Ärendet är avslutat.</source>
        <translation>The case is ended.</translation>
    </message>
    <message>
        <source>Ärendet är inte besvarat. Skriv varför det avslutas.</source>
        <translation>The case is not answered. Write why it is ended.</translation>
    </message>
</context>
<context>
    <name>CloseQueueDialog</name>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Den som ringer till en stängd kö hör att den är stängd. Den som redan väntar får vänta kvar.</source>
        <translation>Whoever calls a closed queue hears that it is closed. Those who are waiting already may go on waiting.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Kön är stängd. {words}</source>
        <translation>The queue is closed. {words}</translation>
    </message>
    <message>
        <source>Kön är öppen.</source>
        <translation>The queue is open.</translation>
    </message>
    <message>
        <source>Skriv tiden som 21:00 eller {day} 07:00.</source>
        <translation>Write the time as 21:00 or {day} 07:00.</translation>
    </message>
    <message>
        <source>Skriv varför.</source>
        <translation>Say why.</translation>
    </message>
    <message>
        <source>Sluttiden har redan varit.</source>
        <translation>The time of the end has been.</translation>
    </message>
    <message>
        <source>Som 21:00 eller {day} 07:00. Tomt: tills den öppnas igen.</source>
        <translation>As 21:00 or {day} 07:00. Empty: until it is opened again.</translation>
    </message>
    <message>
        <source>Stäng eller öppna en kö</source>
        <translation>Close or open a queue</translation>
    </message>
    <message>
        <source>Stäng fönstret</source>
        <translation>Close the window</translation>
    </message>
    <message>
        <source>Stäng kön</source>
        <translation>Close the queue</translation>
    </message>
    <message>
        <source>Stängd till</source>
        <translation>Closed until</translation>
    </message>
    <message>
        <source>Varför</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Växeln har inte sagt något om några köer.</source>
        <translation>The exchange has said nothing of any queues.</translation>
    </message>
    <message>
        <source>Växeln stänger inga köer härifrån nu. Säg också till den som sköter den.</source>
        <translation>The exchange closes no queues from here now. Tell whoever runs it as well.</translation>
    </message>
    <message>
        <source>{queue} är stängd.</source>
        <translation>{queue} is closed.</translation>
    </message>
    <message>
        <source>{queue} är öppen igen.</source>
        <translation>{queue} is open again.</translation>
    </message>
    <message>
        <source>{told} Preliminärt, tills centralen har svarat.</source>
        <translation>{told} Preliminary, until the centre has answered.</translation>
    </message>
    <message>
        <source>{words} Växeln följer inte. Säg till den som sköter den.</source>
        <translation>{words} The exchange does not follow. Tell whoever runs it.</translation>
    </message>
    <message>
        <source>Öppna kön</source>
        <translation>Open the queue</translation>
    </message>
</context>
<context>
    <name>CloseTimeDialog</name>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Ingen kan boka den mer. Den kan öppnas igen under ”Visa stängda och fulla”.</source>
        <translation>Nobody can book it any more. It can be opened again under “Show closed and full”.</translation>
    </message>
    <message>
        <source>Stäng tiden</source>
        <translation>Close the time</translation>
    </message>
    <message>
        <source>Stäng tiden?</source>
        <translation>Close the time?</translation>
    </message>
    <message>
        <source>Tiden är stängd.</source>
        <translation>The time is closed.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Välj vad samtalet ledde till.</source>
        <translation>Choose what came of the call.</translation>
    </message>
    <message>
        <source>Välj vad ärendet ledde till.</source>
        <translation>Choose what the matter led to.</translation>
    </message>
</context>
<context>
    <name>Combo</name>
    <message>
        <source>Inget i listan innehåller ”{typed}”.</source>
        <translation>Nothing in the list contains “{typed}”.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Försenad</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Ingen person hittades.</source>
        <translation>No person was found.</translation>
    </message>
    <message>
        <source>Osignerad anteckning, kontakt {time}</source>
        <translation>Unsigned note, contact {time}</translation>
    </message>
    <message>
        <source>Samtal {number}</source>
        <translation>Call {number}</translation>
    </message>
    <message>
        <source>Skriv anteckningen.</source>
        <translation>Write the note.</translation>
    </message>
    <message>
        <source>Sök personen med numret {number}</source>
        <translation>Search for the person with the number {number}</translation>
    </message>
    <message>
        <source>Sök personen {text}</source>
        <translation>Search for the person {text}</translation>
    </message>
    <message>
        <source>Ta över {number}, {time}</source>
        <translation>Take over {number}, {time}</translation>
    </message>
    <message>
        <source>Återstår efter larm 112: samtal {time}</source>
        <translation>Remaining after a 112 alarm: call {time}</translation>
    </message>
    <message>
        <source>Överlämnade till mig</source>
        <translation>Handed over to me</translation>
    </message>
</context>
<context>
    <name>CommentDialog</name>
    <message>
        <source>Kommentar</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Kommentaren är tillagd.</source>
        <translation>The remark is added.</translation>
    </message>
    <message>
        <source>Lägg till</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Skriv något först.</source>
        <translation>Write something first.</translation>
    </message>
    <message>
        <source>Ärendet är slut. Det märks, så att någon ser det.</source>
        <translation>The case is over. It is marked, so that somebody sees it.</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Bekräfta mottagandet</source>
        <translation>Acknowledge receipt</translation>
    </message>
    <message>
        <source>Bekräftat</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>Hur bekräftades det?</source>
        <translation>How was it acknowledged?</translation>
    </message>
    <message>
        <source>Mottagandet är bekräftat.</source>
        <translation>The receipt is acknowledged.</translation>
    </message>
    <message>
        <source>Standardtexten: Tack, vi har tagit emot ditt ärende. Du får svar inom {fewest}–{most} vardagar. Klockan för svaret går vidare.</source>
        <translation>The standard text: Thank you, we have received your case. You get an answer within {fewest}–{most} working days. The clock of the answer goes on.</translation>
    </message>
    <message>
        <source>Säg eller skicka: ärendet har nummer {number} hos oss.</source>
        <translation>Say or send: the case has number {number} with us.</translation>
    </message>
</context>
<context>
    <name>ConflictsPart</name>
    <message>
        <source>Behåll det</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Gäller nu</source>
        <translation>Holds now</translation>
    </message>
    <message>
        <source>Skrevs samtidigt</source>
        <translation>Was written at the same time</translation>
    </message>
    <message>
        <source>Skriv något tredje</source>
        <translation>Write something third</translation>
    </message>
    <message>
        <source>Ta det i stället</source>
        <translation>Take it instead</translation>
    </message>
    <message>
        <source>Två har skrivit olika i ”{field}”. Välj vad som ska gälla, {count} gånger i allt.</source>
        <translation>Two have written differently in “{field}”. Choose what is to hold, {count} times in all.</translation>
    </message>
    <message>
        <source>Två har skrivit olika i ”{field}”. Välj vad som ska gälla.</source>
        <translation>Two have written differently in “{field}”. Choose what is to hold.</translation>
    </message>
    <message>
        <source>Två har skrivit olika.</source>
        <translation>Two have written differently.</translation>
    </message>
    <message>
        <source>{name}, {when}</source>
        <translation>{name}, {when}</translation>
    </message>
</context>
<context>
    <name>ConsultDialog</name>
    <message>
        <source>Andra regioner</source>
        <translation>Other regions</translation>
    </message>
    <message>
        <source>Beslutsstöd och tolk</source>
        <translation>Decision support and interpreter</translation>
    </message>
    <message>
        <source>Därifrån</source>
        <translation>From there</translation>
    </message>
    <message>
        <source>Ersättare</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>Funktion</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>Först</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Hämtar jourlistan</source>
        <translation>Fetching the on-call roster</translation>
    </message>
    <message>
        <source>Här</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Ingen står i jourlistan just nu</source>
        <translation>Nobody is on the on-call roster just now</translation>
    </message>
    <message>
        <source>Innehåll {version}, granskat {day}.</source>
        <translation>Content {version}, reviewed {day}.</translation>
    </message>
    <message>
        <source>Innehåll {version}, inte granskat.</source>
        <translation>Content {version}, not reviewed.</translation>
    </message>
    <message>
        <source>Jour nu</source>
        <translation>On call now</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Listan skrivs på sidan Enheter.</source>
        <translation>The roster is written on the page Units.</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Påhittat för demonstration.</source>
        <translation>Made up for demonstration.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Regionen själv</source>
        <translation>The region itself</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Sedan</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Språk och tolk</source>
        <translation>Languages and interpreters</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Svarar nu</source>
        <translation>Answering now</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Tolk: {kinds}. Språk och typ skrivs i anteckningen ({where}) och följer med hänvisningen.</source>
        <translation>Interpreter: {kinds}. Language and type are written in the note ({where}) and go with the referral.</translation>
    </message>
    <message>
        <source>Utifrån</source>
        <translation>From elsewhere</translation>
    </message>
    <message>
        <source>Vad du söker</source>
        <translation>What you are looking for</translation>
    </message>
    <message>
        <source>Vi svarar nu</source>
        <translation>We answer now</translation>
    </message>
    <message>
        <source>{region} svarar nu</source>
        <translation>{region} answers now</translation>
    </message>
    <message>
        <source>Öppet</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Anknytning</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>Anmärkning</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Arbetsplats</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Det är för många nummer.</source>
        <translation>There are too many numbers.</translation>
    </message>
    <message>
        <source>Dolda nummer visas aldrig; samtal kan ändå kopplas till dem.</source>
        <translation>Hidden numbers are never shown; calls can be connected to them all the same.</translation>
    </message>
    <message>
        <source>E-post</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>En anknytning är två till fem siffror.</source>
        <translation>An extension is two to five digits.</translation>
    </message>
    <message>
        <source>Enhet (om någon)</source>
        <translation>Unit (if any)</translation>
    </message>
    <message>
        <source>Flera nummer skrivs med komma mellan.</source>
        <translation>Several numbers are written with commas between.</translation>
    </message>
    <message>
        <source>I vår egen växel; dess läge syns.</source>
        <translation>In our own exchange; its state is seen.</translation>
    </message>
    <message>
        <source>Ingen enhet</source>
        <translation>No unit</translation>
    </message>
    <message>
        <source>Ingen enhet på raden.</source>
        <translation>No unit in the row.</translation>
    </message>
    <message>
        <source>Katalog</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>Kommun</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Lägg till dolda nummer</source>
        <translation>Add hidden numbers</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ny rad i katalogen</source>
        <translation>New row in the directory</translation>
    </message>
    <message>
        <source>På raden: {unit}</source>
        <translation>In the row: {unit}</translation>
    </message>
    <message>
        <source>Raden kommer ur en fil.</source>
        <translation>The row comes from a file.</translation>
    </message>
    <message>
        <source>Regionen</source>
        <translation>The region</translation>
    </message>
    <message>
        <source>Skriv adressen som namn@example.com.</source>
        <translation>Write the address as namn@example.com.</translation>
    </message>
    <message>
        <source>Skriv ett namn.</source>
        <translation>Write a name.</translation>
    </message>
    <message>
        <source>Skriv vad katalogen heter.</source>
        <translation>Write what the directory is called.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Sökord</source>
        <translation>Search words</translation>
    </message>
    <message>
        <source>Ta bort de dolda nummer som finns</source>
        <translation>Remove the hidden numbers that there are</translation>
    </message>
    <message>
        <source>Ta bort de dolda nummer som finns ({count})</source>
        <translation>Remove the hidden numbers that there are ({count})</translation>
    </message>
    <message>
        <source>Ta ur bruk</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>{name} är sparad i katalogen.</source>
        <translation>{name} is saved in the directory.</translation>
    </message>
    <message>
        <source>{name} är ur bruk.</source>
        <translation>{name} is retired.</translation>
    </message>
    <message>
        <source>{words} Preliminärt, tills centralen har svarat.</source>
        <translation>{words} Preliminary, until the centre has answered.</translation>
    </message>
    <message>
        <source>Ändra raden i katalogen</source>
        <translation>Change the row in the directory</translation>
    </message>
</context>
<context>
    <name>ContactFinder</name>
    <message>
        <source>Ingen passar</source>
        <translation>Nobody fits</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Personer och funktioner</source>
        <translation>People and functions</translation>
    </message>
    <message>
        <source>Plats</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Write a part of the name</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
</context>
<context>
    <name>ControlQuestionDialog</name>
    <message>
        <source>26/11, torsdag, eller en del av mottagningens namn</source>
        <translation>26/11, torsdag, or a part of the clinic&apos;s name</translation>
    </message>
    <message>
        <source>Boka ny tid</source>
        <translation>Book a new time</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Inga fler försök i det här samtalet. Lämna inte ut något om patientens tider.</source>
        <translation>No more attempts in this call. Disclose nothing of the patient&apos;s times.</translation>
    </message>
    <message>
        <source>Inga fler försök.</source>
        <translation>No more attempts.</translation>
    </message>
    <message>
        <source>Inringarens svar</source>
        <translation>The caller&apos;s answer</translation>
    </message>
    <message>
        <source>Jag hittar ingen sådan tid. Minns du mottagningen, eller dagen?</source>
        <translation>I find no such time. Do you remember the clinic, or the day?</translation>
    </message>
    <message>
        <source>Jag kan tyvärr inte se någon tid med de uppgifterna. Ring mottagningen, eller så ber jag den ringa upp.</source>
        <translation>I am sorry, I can see no time by those details. Call the clinic, or I will ask it to call you.</translation>
    </message>
    <message>
        <source>Kontrollera svaret</source>
        <translation>Check the answer</translation>
    </message>
    <message>
        <source>Patientens tider</source>
        <translation>The patient&apos;s times</translation>
    </message>
    <message>
        <source>Skriv svaret</source>
        <translation>Write the answer</translation>
    </message>
    <message>
        <source>Skriv vad inringaren svarar.</source>
        <translation>Write what the caller answers.</translation>
    </message>
    <message>
        <source>Ställ i kö</source>
        <translation>Place in the queue</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Säg inget om tiderna förrän svaret stämmer.</source>
        <translation>Say nothing of the times until the answer is right.</translation>
    </message>
    <message>
        <source>Vad det är</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Vad svaret betyder</source>
        <translation>What the answer means</translation>
    </message>
    <message>
        <source>Varken en dag eller en mottagning</source>
        <translation>Neither a day nor a clinic</translation>
    </message>
    <message>
        <source>Vilken mottagning gäller tiden, eller vilken dag är den?</source>
        <translation>Which clinic is the time at, or which day is it?</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Rätta namn, kön eller födelsedatum</source>
        <translation>Correct name, sex or date of birth</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Varför</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Ändringen loggas med skälet.</source>
        <translation>The change is logged with the reason.</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Börja rätta</source>
        <translation>Begin correcting</translation>
    </message>
    <message>
        <source>Den signerade texten finns kvar. Rättelsen blir en ny version med tid och namn.</source>
        <translation>The signed text remains. The correction is a new version with time and name.</translation>
    </message>
    <message>
        <source>Rätta anteckningen</source>
        <translation>Correct the note</translation>
    </message>
    <message>
        <source>Skriv varför anteckningen rättas.</source>
        <translation>Say why the note is corrected.</translation>
    </message>
    <message>
        <source>Varför rättas anteckningen?</source>
        <translation>Why is the note corrected?</translation>
    </message>
</context>
<context>
    <name>CountsDialog</name>
    <message>
        <source>Antal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Antal frågor</source>
        <translation>Number of questions</translation>
    </message>
    <message>
        <source>Antal frågor per kort</source>
        <translation>Number of questions for each card</translation>
    </message>
    <message>
        <source>Antalen är kopierade.</source>
        <translation>The numbers are copied.</translation>
    </message>
    <message>
        <source>Antalen är sparade.</source>
        <translation>The numbers are saved.</translation>
    </message>
    <message>
        <source>Bara antal. Ingen som har frågat nämns.</source>
        <translation>Numbers only. Nobody who has asked is named.</translation>
    </message>
    <message>
        <source>CSV-filer (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>Ett kort som inte finns här</source>
        <translation>A card that is not here</translation>
    </message>
    <message>
        <source>Från och med</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Ingen fråga de dagarna</source>
        <translation>No question on those days</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Kopiera som text</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>Kort</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Slutet ligger före början.</source>
        <translation>The end lies before the beginning.</translation>
    </message>
    <message>
        <source>Spara antalen</source>
        <translation>Save the numbers</translation>
    </message>
    <message>
        <source>Spara som fil</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Till och med</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Utan kort</source>
        <translation>Without a card</translation>
    </message>
    <message>
        <source>{total} frågor tillsammans</source>
        <translation>{total} questions altogether</translation>
    </message>
</context>
<context>
    <name>CriteriaForm</name>
    <message>
        <source>Den högsta åldern är lägre än den lägsta.</source>
        <translation>The highest age is lower than the lowest.</translation>
    </message>
    <message>
        <source>Från ålder</source>
        <translation>From age</translation>
    </message>
    <message>
        <source>Godkänt av</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Godkänt av enheten den</source>
        <translation>Approved by the unit on</translation>
    </message>
    <message>
        <source>Kontaktorsaken ”{reason}” finns inte.</source>
        <translation>There is no contact reason “{reason}”.</translation>
    </message>
    <message>
        <source>Kontaktorsaker med komma mellan.</source>
        <translation>Contact reasons with commas between them.</translation>
    </message>
    <message>
        <source>Kontaktorsaker med komma mellan. Tomt: alla.</source>
        <translation>Contact reasons with commas between them. Empty: all.</translation>
    </message>
    <message>
        <source>Skicka hit</source>
        <translation>Send here</translation>
    </message>
    <message>
        <source>Skicka inte hit</source>
        <translation>Do not send here</translation>
    </message>
    <message>
        <source>Skriv dagen som 2027-01-31.</source>
        <translation>Write the day as 2027-01-31.</translation>
    </message>
    <message>
        <source>Skriv åldern i hela år.</source>
        <translation>Enter the age in whole years.</translation>
    </message>
    <message>
        <source>Tar emot för</source>
        <translation>Accepts for</translation>
    </message>
    <message>
        <source>Tar inte emot för</source>
        <translation>Does not accept for</translation>
    </message>
    <message>
        <source>Till och med ålder</source>
        <translation>Up to and including age</translation>
    </message>
    <message>
        <source>Vem som ska skickas hit</source>
        <translation>Who is to be sent here</translation>
    </message>
    <message>
        <source>ÅÅÅÅ-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
</context>
<context>
    <name>DeathDialog</name>
    <message>
        <source>Avliden</source>
        <translation>Deceased</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Samtal om personen kan fortfarande antecknas.</source>
        <translation>Calls about the person can still be noted.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>ÅÅÅÅ-MM-DD. Okänd månad eller dag skrivs 00. Lämna tomt för att ta bort.</source>
        <translation>YYYY-MM-DD. An unknown month or day is written 00. Leave empty to remove.</translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message>
        <source>Beslut</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Beslut om vårdskada</source>
        <translation>Decision about a care injury</translation>
    </message>
    <message>
        <source>Besluta</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Beslutet är skrivet.</source>
        <translation>The decision is written.</translation>
    </message>
    <message>
        <source>En händelse som har eller kunde ha medfört en allvarlig vårdskada anmäls snarast till IVO.</source>
        <translation>An event that has caused or could have caused a serious care injury is reported to IVO promptly.</translation>
    </message>
    <message>
        <source>Skriv skälet till beslutet.</source>
        <translation>Write the reason for the decision.</translation>
    </message>
    <message>
        <source>Skäl</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Välj vad beslutet är.</source>
        <translation>Choose what the decision is.</translation>
    </message>
</context>
<context>
    <name>DeviationRow</name>
    <message>
        <source>I stället för: {first}.</source>
        <translation>Instead of: {first}.</translation>
    </message>
    <message>
        <source>Med egna ord, om det behövs</source>
        <translation>In your own words, if needed</translation>
    </message>
    <message>
        <source>Varför något annat än förslag 1?</source>
        <translation>Why something other than suggestion 1?</translation>
    </message>
</context>
<context>
    <name>DeviationsPart</name>
    <message>
        <source>Antal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Avsteg</source>
        <translation>Deviation</translation>
    </message>
    <message>
        <source>Avsteg den här månaden</source>
        <translation>Deviations this month</translation>
    </message>
    <message>
        <source>Avsteg den här månaden, hela regionen</source>
        <translation>Deviations this month, the whole region</translation>
    </message>
    <message>
        <source>Hänvisad till</source>
        <translation>Referred to</translation>
    </message>
    <message>
        <source>Inga avsteg den här månaden</source>
        <translation>No deviations this month</translation>
    </message>
    <message>
        <source>{entries} hänvisade. Första förslaget {first}, ett senare {later}, utanför listan {outside}, utan regler {unranked}. Ändrade efteråt {changed}.</source>
        <translation>{entries} referred. The first suggestion {first}, a later one {later}, outside the list {outside}, without rules {unranked}. Changed afterwards {changed}.</translation>
    </message>
</context>
<context>
    <name>DialAskedDialog</name>
    <message>
        <source>112 rings inte upp härifrån. Larma med {keys}.</source>
        <translation>112 is not rung from here. Raise the alarm with {keys}.</translation>
    </message>
    <message>
        <source>Ett annat program vill ringa numret. Inget rings förrän du trycker.</source>
        <translation>Another program wants to call the number. Nothing is called until you press.</translation>
    </message>
    <message>
        <source>Kopiera numret</source>
        <translation>Copy the number</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Ring inte</source>
        <translation>Do not call</translation>
    </message>
    <message>
        <source>Ring upp?</source>
        <translation>Call?</translation>
    </message>
    <message>
        <source>{keys}: {what}</source>
        <translation>{keys}: {what}</translation>
    </message>
</context>
<context>
    <name>Dialling</name>
    <message>
        <source>Numret rings upp. Lyft luren när telefonen ringer.</source>
        <translation>The number is being called. Lift the handset when the telephone rings.</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Ring {number}</source>
        <translation>Call {number}</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Arbetar</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DirectoryActs</name>
    <message>
        <source>Frånvaro</source>
        <translation>Absence</translation>
    </message>
    <message>
        <source>Ny rad</source>
        <translation>New row</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>DispatchActs</name>
    <message>
        <source>Den valda har ingen röstbrevlåda i växeln.</source>
        <translation>The chosen one has no voicemail at the exchange.</translation>
    </message>
    <message>
        <source>Den valda har inget nummer.</source>
        <translation>The chosen one has no number.</translation>
    </message>
    <message>
        <source>Det syns inte när den linjen blir ledig. Koppla, eller parkera.</source>
        <translation>It is not seen when that line is free. Transfer, or hold.</translation>
    </message>
    <message>
        <source>Du frågar redan någon om samtalet.</source>
        <translation>You are asking somebody about the call already.</translation>
    </message>
    <message>
        <source>Du frågar {name}, som släpps.</source>
        <translation>You are asking {name}, who is let go.</translation>
    </message>
    <message>
        <source>Ingen ersätter den valda nu.</source>
        <translation>Nobody stands in for the chosen one now.</translation>
    </message>
    <message>
        <source>Inget samtal att koppla.</source>
        <translation>No call to transfer.</translation>
    </message>
    <message>
        <source>Numret är dolt: samtal kan kopplas dit, men det visas inte.</source>
        <translation>The number is hidden: calls can be connected to it, but it is not shown.</translation>
    </message>
    <message>
        <source>Ringer upp {name}. Lyft luren när telefonen ringer.</source>
        <translation>Calling {name}. Lift the handset when the telephone rings.</translation>
    </message>
    <message>
        <source>Samma tangent igen öppnar larmet 112.</source>
        <translation>The same key again opens the alarm 112.</translation>
    </message>
    <message>
        <source>Skriv ett namn, eller välj med pilarna.</source>
        <translation>Write a name, or choose with the arrows.</translation>
    </message>
    <message>
        <source>Svara först.</source>
        <translation>Answer first.</translation>
    </message>
    <message>
        <source>Välj en person, och koppla till röstbrevlådan med dess tangent.</source>
        <translation>Choose a person, and transfer to the voicemail with its key.</translation>
    </message>
    <message>
        <source>{why} Samma tangent igen kopplar ändå.</source>
        <translation>{why} The same key again transfers all the same.</translation>
    </message>
</context>
<context>
    <name>DispatchDetail</name>
    <message>
        <source>Anknytning</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>Borta framöver</source>
        <translation>Away later on</translation>
    </message>
    <message>
        <source>Dolt nummer: kopplas, men lämnas inte ut</source>
        <translation>Hidden number: connected, but not given out</translation>
    </message>
    <message>
        <source>E-post</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Ersätts av {name}</source>
        <translation>{name} stands in</translation>
    </message>
    <message>
        <source>Från {when}: {why}</source>
        <translation>From {when}: {why}</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>On call</translation>
    </message>
    <message>
        <source>Kallas även</source>
        <translation>Also called</translation>
    </message>
    <message>
        <source>Katalog</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>Kommun</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Notering</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Om den som är vald</source>
        <translation>About the chosen one</translation>
    </message>
    <message>
        <source>Ring i den här ordningen</source>
        <translation>Ring in this order</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>till {when}</source>
        <translation>until {when}</translation>
    </message>
    <message>
        <source>{who}, bakjour</source>
        <translation>{who}, second on call</translation>
    </message>
</context>
<context>
    <name>DispatchList</name>
    <message>
        <source>Frånvaro och öppet</source>
        <translation>Absence and opening</translation>
    </message>
    <message>
        <source>Hämtar katalogen</source>
        <translation>Fetching the directory</translation>
    </message>
    <message>
        <source>Ingen träff</source>
        <translation>No match</translation>
    </message>
    <message>
        <source>Linje</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Namn, titel, arbetsplats eller nummer</source>
        <translation>Name, title, workplace or number</translation>
    </message>
    <message>
        <source>Skriv färre bokstäver, eller ett nummer.</source>
        <translation>Write fewer letters, or a number.</translation>
    </message>
    <message>
        <source>Sök person, enhet, jour eller svarsgrupp</source>
        <translation>Search for a person, unit, on call or answering group</translation>
    </message>
    <message>
        <source>Titel och arbetsplats</source>
        <translation>Title and workplace</translation>
    </message>
    <message>
        <source>Träffar</source>
        <translation>Matches</translation>
    </message>
</context>
<context>
    <name>DispatchPage</name>
    <message>
        <source>Kopplat till röstbrevlådan hos {name}.</source>
        <translation>Connected to the voicemail of {name}.</translation>
    </message>
    <message>
        <source>Kopplat till {name}.</source>
        <translation>Connected to {name}.</translation>
    </message>
    <message>
        <source>Nu ledig: {name}</source>
        <translation>Free now: {name}</translation>
    </message>
    <message>
        <source>Text som följer med samtalet</source>
        <translation>Text that goes with the call</translation>
    </message>
    <message>
        <source>Vad den som tar emot behöver veta. Enter går tillbaka.</source>
        <translation>What whoever takes it needs to know. Enter goes back.</translation>
    </message>
    <message>
        <source>Växel</source>
        <translation>Switchboard</translation>
    </message>
    <message>
        <source>{name}: {why}. Du har inringaren igen.</source>
        <translation>{name}: {why}. You have the caller again.</translation>
    </message>
</context>
<context>
    <name>DissentDialog</name>
    <message>
        <source>Anteckna</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Anteckna avvikande mening</source>
        <translation>Note a dissent</translation>
    </message>
    <message>
        <source>Det som patienten anser är fel står kvar bredvid anteckningen. Anteckningen själv ändras inte.</source>
        <translation>What the patient considers wrong stays beside the note. The note itself is not changed.</translation>
    </message>
    <message>
        <source>Fyll i fältet.</source>
        <translation>Fill in this field.</translation>
    </message>
    <message>
        <source>Relation till patienten</source>
        <translation>Relation to the patient</translation>
    </message>
    <message>
        <source>Vad är fel eller missvisande?</source>
        <translation>What is wrong or misleading?</translation>
    </message>
    <message>
        <source>Vem har den avvikande meningen?</source>
        <translation>Who dissents?</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>Centralen har avslutat din inloggning.</source>
        <translation>The centre has ended your session.</translation>
    </message>
    <message>
        <source>Centralen svarar inte. Du är inloggad med det som finns här.</source>
        <translation>The centre does not answer. You are signed in with what is here.</translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message>
        <source>Larmet hörde inte till något samtal. Texten är sparad och visas överst.</source>
        <translation>The alarm belonged to no call. The text is saved and shown at the top.</translation>
    </message>
    <message>
        <source>Larmets text fick ingen anteckning. Den är sparad och visas överst.</source>
        <translation>The alarm&apos;s text got no note. It is saved and shown at the top.</translation>
    </message>
    <message>
        <source>Larmets text kunde inte sparas. Den visas överst tills du loggar ut.</source>
        <translation>The alarm&apos;s text could not be saved. It is shown at the top until you sign out.</translation>
    </message>
</context>
<context>
    <name>EmergencyDialog</name>
    <message>
        <source>Först visas vilka enheter som har spärrade uppgifter. Varje steg loggas och granskas.</source>
        <translation>First you see which units have blocked data. Every step is logged and reviewed.</translation>
    </message>
    <message>
        <source>Grund</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>Ingen enhet har spärrade uppgifter.</source>
        <translation>No unit has blocked data.</translation>
    </message>
    <message>
        <source>Minst {minimum} tecken.</source>
        <translation>At least {minimum} characters.</translation>
    </message>
    <message>
        <source>Skäl</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Varför uppgifterna behövs för vården nu</source>
        <translation>Why the data are needed for the care now</translation>
    </message>
    <message>
        <source>Visa enheterna</source>
        <translation>Show the units</translation>
    </message>
    <message>
        <source>Välj en grund.</source>
        <translation>Choose a ground.</translation>
    </message>
    <message>
        <source>Välj minst en enhet.</source>
        <translation>Choose at least one unit.</translation>
    </message>
    <message>
        <source>Öppna de valda</source>
        <translation>Open the chosen ones</translation>
    </message>
    <message>
        <source>Öppna spärrade uppgifter</source>
        <translation>Open blocked data</translation>
    </message>
</context>
<context>
    <name>EndSpecialDialog</name>
    <message>
        <source>Avsluta</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Avsluta uppmärksamhet</source>
        <translation>End an alert</translation>
    </message>
    <message>
        <source>Den visas inte längre, men finns kvar.</source>
        <translation>It is no longer shown, but it is kept.</translation>
    </message>
    <message>
        <source>Vilken?</source>
        <translation>Which one?</translation>
    </message>
</context>
<context>
    <name>EndWaitDialog</name>
    <message>
        <source>Avsluta väntan</source>
        <translation>End the wait</translation>
    </message>
    <message>
        <source>Avsluta väntan?</source>
        <translation>End the wait?</translation>
    </message>
    <message>
        <source>Låt stå kvar</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Patienten erbjuds inga lediga tider mer.</source>
        <translation>The patient is offered no more free times.</translation>
    </message>
    <message>
        <source>Varför, om det behövs</source>
        <translation>Why, if needed</translation>
    </message>
    <message>
        <source>Väntan är avslutad.</source>
        <translation>The wait is ended.</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>Anteckning</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Anteckningen kan inte visas.</source>
        <translation>The note cannot be shown.</translation>
    </message>
    <message>
        <source>Anteckningen är signerad.</source>
        <translation>The note is signed.</translation>
    </message>
    <message>
        <source>Behöver inte signeras</source>
        <translation>Need not be signed</translation>
    </message>
    <message>
        <source>Bevarandetid</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Exportera</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Läsningen är loggad.</source>
        <translation>The reading is logged.</translation>
    </message>
    <message>
        <source>Patientens journal bevaras minst till {record}, loggen minst till {log}.</source>
        <translation>The patient&apos;s record is kept until {record} at least, the log until {log} at least.</translation>
    </message>
    <message>
        <source>Rätta</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Signera</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>ErrandPart</name>
    <message>
        <source>Avsluta</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Delens läge</source>
        <translation>State of the part</translation>
    </message>
    <message>
        <source>Här skrivs ingen medicinsk text.</source>
        <translation>No medical text is written here.</translation>
    </message>
    <message>
        <source>Klar att avsluta</source>
        <translation>Ready to finish</translation>
    </message>
    <message>
        <source>Skriv en del av ordet</source>
        <translation>Type part of the word</translation>
    </message>
    <message>
        <source>Ta bort delen</source>
        <translation>Remove the part</translation>
    </message>
    <message>
        <source>Ta emot klagomålet</source>
        <translation>Take the complaint in</translation>
    </message>
    <message>
        <source>Ärendet ledde till</source>
        <translation>The matter led to</translation>
    </message>
</context>
<context>
    <name>Explore</name>
    <message>
        <source>Andel</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Antal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Anteckningar under perioden, delade på {split}. En anteckning räknas en gång, som den senast skrevs. Andelar är av radens anteckningar.</source>
        <translation>Notes in the period, divided by {split}. A note counts once, as it was last written. Shares are of the notes in the row.</translation>
    </message>
    <message>
        <source>Av</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Från</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Före {day} finns inga samtal här, så jämförelsen är inte hel.</source>
        <translation>There are no calls here before {day}, so the comparison is not whole.</translation>
    </message>
    <message>
        <source>Före {day} finns inga samtal här, så perioden är inte hel.</source>
        <translation>There are no calls here before {day}, so the period is not whole.</translation>
    </message>
    <message>
        <source>Hur många som var av varje slag under perioden. Varje rad räknas en gång.</source>
        <translation>How many there were of each kind in the period. Every row is counted once.</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Jämförelse</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Jämförelse från</source>
        <translation>Comparison from</translation>
    </message>
    <message>
        <source>Jämförelse till</source>
        <translation>Comparison to</translation>
    </message>
    <message>
        <source>Jämförelsens nämnare</source>
        <translation>Denominator of the comparison</translation>
    </message>
    <message>
        <source>Jämförelsens täljare</source>
        <translation>Numerator of the comparison</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Källa</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Mål</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Mått</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Nämnare</source>
        <translation>Denominator</translation>
    </message>
    <message>
        <source>Nämnare är</source>
        <translation>Denominator is</translation>
    </message>
    <message>
        <source>Obs</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Perioden</source>
        <translation>The period</translation>
    </message>
    <message>
        <source>Små tal dolda</source>
        <translation>Small numbers hidden</translation>
    </message>
    <message>
        <source>Sparat</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Totalt</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Täljare</source>
        <translation>Numerator</translation>
    </message>
    <message>
        <source>Täljare är</source>
        <translation>Numerator is</translation>
    </message>
    <message>
        <source>alla</source>
        <translation>all</translation>
    </message>
    <message>
        <source>{count} äldre anteckningar finns inte kvar här och är inte med.</source>
        <translation>{count} older notes are no longer here and are not included.</translation>
    </message>
    <message>
        <source>{measure}, {by} och {split}</source>
        <translation>{measure}, {by} and {split}</translation>
    </message>
    <message>
        <source>{name}, andel (%)</source>
        <translation>{name}, share (%)</translation>
    </message>
    <message>
        <source>{number} p.e.</source>
        <translation>{number} pp</translation>
    </message>
    <message>
        <source>Ändring</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ändring, procentenheter</source>
        <translation>Change, percentage points</translation>
    </message>
</context>
<context>
    <name>ExploreAsk</name>
    <message>
        <source>Alla köer</source>
        <translation>All queues</translation>
    </message>
    <message>
        <source>Andel av alla</source>
        <translation>Share of all</translation>
    </message>
    <message>
        <source>Andel av raden</source>
        <translation>Share of the row</translation>
    </message>
    <message>
        <source>Antal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Delat på</source>
        <translation>Divided by</translation>
    </message>
    <message>
        <source>Dölj små tal, för spridning</source>
        <translation>Hide small numbers, for circulation</translation>
    </message>
    <message>
        <source>Jämfört med</source>
        <translation>Compared with</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Mått</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Uppdelat efter</source>
        <translation>Divided by</translation>
    </message>
</context>
<context>
    <name>ExploreOut</name>
    <message>
        <source>CSV-filer (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Spara statistiken</source>
        <translation>Save the statistics</translation>
    </message>
    <message>
        <source>Sparat: {what}.</source>
        <translation>Saved: {what}.</translation>
    </message>
</context>
<context>
    <name>ExploreRowsDialog</name>
    <message>
        <source>Föregående</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Hänvisning</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Inga samtal att visa</source>
        <translation>No calls to show</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Nästa</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Samtal</source>
        <translation>Talk</translation>
    </message>
    <message>
        <source>Samtalen bakom</source>
        <translation>The calls behind</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Visar {first}–{last} av {count} samtal, de äldsta först. Varje samtal som visas står i loggen.</source>
        <translation>Showing {first}–{last} of {count} calls, the oldest first. Each call that is shown is in the log.</translation>
    </message>
    <message>
        <source>Väntan</source>
        <translation>Wait</translation>
    </message>
    <message>
        <source>{count} samtal. Det som inte hör till något samtal visas inte. Varje samtal som visas står i loggen.</source>
        <translation>Calls: {count}. What does not belong to any call is not shown. Every call that is shown is in the log.</translation>
    </message>
</context>
<context>
    <name>ExploreTable</name>
    <message>
        <source>Jämfört</source>
        <translation>Compared</translation>
    </message>
    <message>
        <source>Totalt</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Täljare/nämnare</source>
        <translation>Numerator/denominator</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Värde</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Ändring</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>ExploreView</name>
    <message>
        <source>Diagram</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Inget under perioden</source>
        <translation>Nothing in the period</translation>
    </message>
    <message>
        <source>Jämförs med {period}.</source>
        <translation>Compared with {period}.</translation>
    </message>
    <message>
        <source>Räknar</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>Samtalen bakom</source>
        <translation>The calls behind</translation>
    </message>
    <message>
        <source>Spara som fil</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>Tabell</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Totalt</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Täljare: {numerator}. Nämnare: {denominator}.</source>
        <translation>Numerator: {numerator}. Denominator: {denominator}.</translation>
    </message>
    <message>
        <source>Ändringen är i procentenheter (p.e.).</source>
        <translation>The change is in percentage points (pp).</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Anteckningen är exporterad.</source>
        <translation>The note has been exported.</translation>
    </message>
    <message>
        <source>Exportera anteckningen</source>
        <translation>Export the note</translation>
    </message>
    <message>
        <source>Skriv vem som får anteckningen.</source>
        <translation>Enter who receives the note.</translation>
    </message>
    <message>
        <source>Som GetCareDocumentation 3.0, för ett annat journalsystem. Utlämnandet noteras i journalen med mottagare, tid och ditt namn.</source>
        <translation>As GetCareDocumentation 3.0, for another record system. The disclosure is noted in the record with recipient, time and your name.</translation>
    </message>
    <message>
        <source>Vem får anteckningen?</source>
        <translation>Who receives the note?</translation>
    </message>
    <message>
        <source>Välj var</source>
        <translation>Choose where</translation>
    </message>
    <message>
        <source>XML-filer (*.xml)</source>
        <translation>XML files (*.xml)</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message>
        <source>Avliden</source>
        <translation>Deceased</translation>
    </message>
    <message>
        <source>Avsluta uppmärksamhet</source>
        <translation>End an alert</translation>
    </message>
    <message>
        <source>Dela en sammanslagning</source>
        <translation>Undo a merge</translation>
    </message>
    <message>
        <source>Fortsätt</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Nytt identitetsnummer</source>
        <translation>New identity number</translation>
    </message>
    <message>
        <source>Rätta namn, kön eller födelsedatum</source>
        <translation>Correct name, sex or date of birth</translation>
    </message>
    <message>
        <source>Samma person som en annan</source>
        <translation>Same person as another</translation>
    </message>
    <message>
        <source>Skyddade personuppgifter</source>
        <translation>Protected identity</translation>
    </message>
    <message>
        <source>Ta tillbaka identitetsnumret</source>
        <translation>Take back the identity number</translation>
    </message>
    <message>
        <source>Tolkspråk</source>
        <translation>Interpreter language</translation>
    </message>
    <message>
        <source>Uppgifter om personen</source>
        <translation>Facts about the person</translation>
    </message>
    <message>
        <source>Uppmärksamma något</source>
        <translation>Add an alert</translation>
    </message>
    <message>
        <source>Vad ska ändras?</source>
        <translation>What should be changed?</translation>
    </message>
</context>
<context>
    <name>FactsPart</name>
    <message>
        <source>Ange patient</source>
        <translation>Name the patient</translation>
    </message>
    <message>
        <source>Ingen patient är angiven.</source>
        <translation>No patient is named.</translation>
    </message>
    <message>
        <source>Någon annan har skrivit: {value}</source>
        <translation>Somebody else has written: {value}</translation>
    </message>
    <message>
        <source>Saknas.</source>
        <translation>Is missing.</translation>
    </message>
    <message>
        <source>Svaret går till</source>
        <translation>The answer goes to</translation>
    </message>
    <message>
        <source>Vad det gäller</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>Vad som har sagts</source>
        <translation>What has been said</translation>
    </message>
    <message>
        <source>Vem det gäller</source>
        <translation>Whom it is about</translation>
    </message>
</context>
<context>
    <name>FeedbackAnswerDialog</name>
    <message>
        <source>Med egna ord</source>
        <translation>In words</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Svara</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Svaret är sparat.</source>
        <translation>The answer is saved.</translation>
    </message>
    <message>
        <source>Välj vad det blir av det.</source>
        <translation>Choose what comes of it.</translation>
    </message>
    <message>
        <source>{about}: {name}</source>
        <translation>{about}: {name}</translation>
    </message>
    <message>
        <source>{name}, {at}: {text}</source>
        <translation>{name}, {at}: {text}</translation>
    </message>
    <message>
        <source>{state}, {at}. {text}</source>
        <translation>{state}, {at}. {text}</translation>
    </message>
    <message>
        <source>Återkoppling</source>
        <translation>Feedback</translation>
    </message>
</context>
<context>
    <name>FeedbackDialog</name>
    <message>
        <source>Det går till den som äger texten. Skriv inget om någon person.</source>
        <translation>It goes to whoever owns the text. Write nothing about any person.</translation>
    </message>
    <message>
        <source>Hämtar</source>
        <translation>Fetching</translation>
    </message>
    <message>
        <source>Hör till</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>Ingen text passar</source>
        <translation>No text fits</translation>
    </message>
    <message>
        <source>Lämna återkoppling på innehåll</source>
        <translation>Give feedback on content</translation>
    </message>
    <message>
        <source>Skicka</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Write a part of the name</translation>
    </message>
    <message>
        <source>Skriv vad som är fel.</source>
        <translation>Write what is wrong.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Texter</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>Vad gäller det</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>Vad är fel</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>Vilken text</source>
        <translation>Which text</translation>
    </message>
    <message>
        <source>Välj vilken text det gäller.</source>
        <translation>Choose which text it is about.</translation>
    </message>
    <message>
        <source>Återkopplingen är skickad.</source>
        <translation>The feedback is sent.</translation>
    </message>
</context>
<context>
    <name>FieldBoxes</name>
    <message>
        <source>Passar i (annars överallt)</source>
        <translation>Fits in (otherwise everywhere)</translation>
    </message>
</context>
<context>
    <name>FindPersonDialog</name>
    <message>
        <source>Fler än {count} träffar. Skriv mer.</source>
        <translation>More than {count} matches. Type more.</translation>
    </message>
    <message>
        <source>Född</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Ingen sökning än</source>
        <translation>No search yet</translation>
    </message>
    <message>
        <source>Ingen träff</source>
        <translation>No match</translation>
    </message>
    <message>
        <source>Kontrollera stavning och datum.</source>
        <translation>Check the spelling and the date.</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Namn, födelsedatum, identitetsnummer eller telefonnummer</source>
        <translation>Name, date of birth, identity number or telephone number</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Skriv minst tre tecken.</source>
        <translation>Type at least three characters.</translation>
    </message>
    <message>
        <source>Sök person</source>
        <translation>Search for a person</translation>
    </message>
    <message>
        <source>Till exempel: öberg åsa 1988</source>
        <translation>For example: öberg åsa 1988</translation>
    </message>
    <message>
        <source>Träffar</source>
        <translation>Matches</translation>
    </message>
    <message>
        <source>Varje träff loggas.</source>
        <translation>Every match is logged.</translation>
    </message>
    <message>
        <source>Välj</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Ålder</source>
        <translation>Age</translation>
    </message>
</context>
<context>
    <name>FindingDialog</name>
    <message>
        <source>Angivet skäl: {reason}</source>
        <translation>Reason given: {reason}</translation>
    </message>
    <message>
        <source>Bedöm åtkomsten</source>
        <translation>Assess the access</translation>
    </message>
    <message>
        <source>Bedömd {time}: {verdict}. {text}</source>
        <translation>Assessed {time}: {verdict}. {text}</translation>
    </message>
    <message>
        <source>Bedömning</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Bedömningen sparas och kan inte tas bort.</source>
        <translation>The assessment is saved and cannot be removed.</translation>
    </message>
    <message>
        <source>Person: {person}</source>
        <translation>Person: {person}</translation>
    </message>
    <message>
        <source>Spara bedömningen</source>
        <translation>Save the assessment</translation>
    </message>
    <message>
        <source>Utpekad för: {patterns}</source>
        <translation>Flagged for: {patterns}</translation>
    </message>
    <message>
        <source>Vad du fann</source>
        <translation>What you found</translation>
    </message>
    <message>
        <source>{operator}, {unit}</source>
        <translation>{operator}, {unit}</translation>
    </message>
    <message>
        <source>{time}: {activity}, {level}</source>
        <translation>{time}: {activity}, {level}</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>Lunchrast eller annat</source>
        <translation>Lunch break or other</translation>
    </message>
    <message>
        <source>Pausen är antecknad.</source>
        <translation>The break is noted.</translation>
    </message>
</context>
<context>
    <name>FreedMinute</name>
    <message>
        <source>Börjar om</source>
        <translation>Begins in</translation>
    </message>
    <message>
        <source>Det finns inget nummer. Sök upp patienten på ett kort.</source>
        <translation>There is no number. Find the patient on a card.</translation>
    </message>
    <message>
        <source>En tid som avbokas kommer hit genast, och ringer du snabbt blir den använd.</source>
        <translation>A time that is cancelled comes here at once, and if you call quickly it is used.</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Frågade</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Inga återbud väntar</source>
        <translation>No cancelled times are waiting</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Retur tar tiden. Alla ser att du har den, och ingen annan ringer om den.</source>
        <translation>Enter takes the time. Everybody sees that you have it, and nobody else calls about it.</translation>
    </message>
    <message>
        <source>Slå numret på telefonen: {number}.</source>
        <translation>Dial the number on the telephone: {number}.</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Tiden är bokad.</source>
        <translation>The time is booked.</translation>
    </message>
    <message>
        <source>Tider som har lämnats återbud till</source>
        <translation>Times that were cancelled</translation>
    </message>
    <message>
        <source>Tidstyp</source>
        <translation>Kind of time</translation>
    </message>
    <message>
        <source>Återbud: {count}</source>
        <translation>Cancelled times: {count}</translation>
    </message>
</context>
<context>
    <name>FreedOffer</name>
    <message>
        <source>De som kommer efter</source>
        <translation>Those who come after</translation>
    </message>
    <message>
        <source>Den lediga tiden</source>
        <translation>The free time</translation>
    </message>
    <message>
        <source>Erbjud inte mer</source>
        <translation>Offer no more</translation>
    </message>
    <message>
        <source>Erbjudandet gäller i</source>
        <translation>The offer stands for</translation>
    </message>
    <message>
        <source>Ingen mer på väntelistan passar</source>
        <translation>Nobody else on the waiting list fits</translation>
    </message>
    <message>
        <source>Ingen på väntelistan passar. Tiden står kvar bland de lediga tiderna.</source>
        <translation>Nobody on the waiting list fits. The time stays among the free times.</translation>
    </message>
    <message>
        <source>Kommer efter</source>
        <translation>Come after</translation>
    </message>
    <message>
        <source>Ledig</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Lämna</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Nummer visas när du ringer</source>
        <translation>The number is shown when you call</translation>
    </message>
    <message>
        <source>Numret att ringa</source>
        <translation>The number to call</translation>
    </message>
    <message>
        <source>Plats</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>På tur nu</source>
        <translation>Next in turn</translation>
    </message>
    <message>
        <source>Ring igen</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>Ring upp</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>SKYDDADE PERSONUPPGIFTER</source>
        <translation>PROTECTED IDENTITY</translation>
    </message>
    <message>
        <source>Varför</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Väntat, dygn</source>
        <translation>Waited, days</translation>
    </message>
</context>
<context>
    <name>FreedPage</name>
    <message>
        <source>Lediga tider</source>
        <translation>Free times</translation>
    </message>
    <message>
        <source>Tider</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Tider med kort varsel</source>
        <translation>Times on short notice</translation>
    </message>
    <message>
        <source>Vilken lista</source>
        <translation>Which list</translation>
    </message>
    <message>
        <source>Väntelista</source>
        <translation>Waiting list</translation>
    </message>
    <message>
        <source>Återbud</source>
        <translation>Cancelled times</translation>
    </message>
</context>
<context>
    <name>GiveCaseDialog</name>
    <message>
        <source>Ge</source>
        <translation>Give</translation>
    </message>
    <message>
        <source>Ge ärendet till en annan</source>
        <translation>Give the case to another</translation>
    </message>
    <message>
        <source>Ingen: vem som helst får ta det</source>
        <translation>Nobody: anybody may take it</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Utan nummer och namn.</source>
        <translation>Without number and name.</translation>
    </message>
    <message>
        <source>Varför, eller vad som är kvar att göra</source>
        <translation>Why, or what is left to do</translation>
    </message>
    <message>
        <source>Välj någon i listan.</source>
        <translation>Choose somebody in the list.</translation>
    </message>
    <message>
        <source>{number} går till en annan, när centralen har svarat.</source>
        <translation>{number} goes to another when the centre has answered.</translation>
    </message>
    <message>
        <source>{number} har fått en annan handläggare.</source>
        <translation>{number} has got another handler.</translation>
    </message>
    <message>
        <source>Ärende {number}. Klockorna går vidare som förut.</source>
        <translation>Case {number}. The clocks go on as before.</translation>
    </message>
</context>
<context>
    <name>GreetingDialog</name>
    <message>
        <source>Alla</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Den som gäller ett visst nummer går före den som gäller en kö. Tomt: alla.</source>
        <translation>One for a certain number goes before one for a queue. Empty: all.</translation>
    </message>
    <message>
        <source>Hälsning</source>
        <translation>Greeting</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mellan klamrar kan bara {namn} stå.</source>
        <translation>Between braces only {namn} may stand.</translation>
    </message>
    <message>
        <source>Skriv vad som sägs.</source>
        <translation>Write what is said.</translation>
    </message>
    <message>
        <source>Så låter det: {words}</source>
        <translation>It sounds like this: {words}</translation>
    </message>
    <message>
        <source>Uppringt nummer</source>
        <translation>Number called</translation>
    </message>
    <message>
        <source>Vad som sägs</source>
        <translation>What is said</translation>
    </message>
    <message>
        <source>{namn} blir operatörens förnamn.</source>
        <translation>{namn} becomes the operator&apos;s given name.</translation>
    </message>
</context>
<context>
    <name>GreetingLine</name>
    <message>
        <source>Hälsning: {words}</source>
        <translation>Greeting: {words}</translation>
    </message>
</context>
<context>
    <name>GroundDialog</name>
    <message>
        <source>Ange varför du behöver uppgifterna. Skälet loggas, gäller i två timmar och granskas.</source>
        <translation>Say why you need the data. The reason is logged, holds for two hours and is reviewed.</translation>
    </message>
    <message>
        <source>Minst {minimum} tecken.</source>
        <translation>At least {minimum} characters.</translation>
    </message>
    <message>
        <source>Personen hör inte till ditt samtal</source>
        <translation>The person does not belong to your call</translation>
    </message>
    <message>
        <source>Skriv skälet med minst {minimum} tecken.</source>
        <translation>Enter the reason with at least {minimum} characters.</translation>
    </message>
    <message>
        <source>Skäl</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Till exempel: Ringer tillbaka efter läkarens svar</source>
        <translation>For example: Calling back after the doctor&apos;s answer</translation>
    </message>
    <message>
        <source>Välj ett ändamål.</source>
        <translation>Choose a purpose.</translation>
    </message>
    <message>
        <source>Ändamål</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>GuidancePage</name>
    <message>
        <source>Innehåll att slå upp</source>
        <translation>Content to look up</translation>
    </message>
    <message>
        <source>Regler för hänvisning</source>
        <translation>Rules for where to</translation>
    </message>
    <message>
        <source>Vad det gäller</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>Vägledning</source>
        <translation>Guidance</translation>
    </message>
</context>
<context>
    <name>HandOnDialog</name>
    <message>
        <source>Lämna vidare</source>
        <translation>Hand on</translation>
    </message>
    <message>
        <source>Lämna vidare löftet</source>
        <translation>Hand on the promise</translation>
    </message>
    <message>
        <source>Löftet är lämnat vidare.</source>
        <translation>The promise is handed on.</translation>
    </message>
    <message>
        <source>Patienten ska bli uppringd som vi har sagt, vem som än gör det.</source>
        <translation>The patient is to be called as we have said, whoever does it.</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Vem som helst på plats</source>
        <translation>Anybody on duty</translation>
    </message>
    <message>
        <source>Välj någon i listan.</source>
        <translation>Choose somebody in the list.</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Det viktigaste</source>
        <translation>The most important</translation>
    </message>
    <message>
        <source>En annan har hand om ärendet sedan. Är det en annan vårdgivare ska det ske skyndsamt (PSL 3 kap. 8 e §).</source>
        <translation>Another has the case in hand after that. If it is another care provider, this is to be done speedily (PSL 3:8 e).</translation>
    </message>
    <message>
        <source>Kollegan får kortet med allt som finns i det. Din anteckning är sparad och din.</source>
        <translation>Your colleague gets the card with everything on it. Your note is saved and yours.</translation>
    </message>
    <message>
        <source>Läget, bakgrunden, din bedömning och vad du vill</source>
        <translation>The situation, the background, your assessment and what you want</translation>
    </message>
    <message>
        <source>Lägg på eller koppla samtalet innan du lämnar över kortet.</source>
        <translation>Hang up or transfer the call before you hand over the card.</translation>
    </message>
    <message>
        <source>Lämna över</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Lämna över samtalet</source>
        <translation>Hand over the call</translation>
    </message>
    <message>
        <source>Patienten har fått en plats i enhetens återuppringning.</source>
        <translation>The patient has got a place in the unit&apos;s call-back queue.</translation>
    </message>
    <message>
        <source>Patientens samtycke saknas: skriv varför ärendet inte är vårt.</source>
        <translation>The patient&apos;s consent is missing: write why the case is not ours.</translation>
    </message>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Type part of the name</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Till kollegan</source>
        <translation>To the colleague</translation>
    </message>
    <message>
        <source>Vad personen vill</source>
        <translation>What the person wants</translation>
    </message>
    <message>
        <source>Vad som lämnas över, och varför</source>
        <translation>What is handed over, and why</translation>
    </message>
    <message>
        <source>Välj en kollega.</source>
        <translation>Choose a colleague.</translation>
    </message>
    <message>
        <source>Välj någon i listan.</source>
        <translation>Choose somebody in the list.</translation>
    </message>
    <message>
        <source>{recipient}: {why}</source>
        <translation>{recipient}: {why}</translation>
    </message>
    <message>
        <source>Ärendet är överlämnat.</source>
        <translation>The case is handed over.</translation>
    </message>
</context>
<context>
    <name>HandedBack</name>
    <message>
        <source>Av</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Avvisad</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Du</source>
        <translation>You</translation>
    </message>
    <message>
        <source>En kollega</source>
        <translation>A colleague</translation>
    </message>
    <message>
        <source>Försenad</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Gjort</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Granskas</source>
        <translation>Under review</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Uppgiften är löst.</source>
        <translation>The task is resolved.</translation>
    </message>
    <message>
        <source>Vad som gjordes</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Varför det kom tillbaka</source>
        <translation>Why it came back</translation>
    </message>
    <message>
        <source>Återlämnat av centralen</source>
        <translation>Handed back by the centre</translation>
    </message>
</context>
<context>
    <name>HandedBackDialog</name>
    <message>
        <source>Båda versionerna visas.</source>
        <translation>Both versions are shown.</translation>
    </message>
    <message>
        <source>Centralen gick inte med på det, och det gäller inte. Det som gäller är centralens.</source>
        <translation>The centre did not agree, and it does not apply. What applies is what the centre has.</translation>
    </message>
    <message>
        <source>Centralen har</source>
        <translation>The centre has</translation>
    </message>
    <message>
        <source>Centralen kunde inte utföra det som det var. Inget är borta: det är sparat där tills någon har tittat på det.</source>
        <translation>The centre could not carry it out as it was. Nothing is lost: it is kept there until somebody has looked at it.</translation>
    </message>
    <message>
        <source>Det skrevs av en annan operatör, vid den operatörens arbetsstation.</source>
        <translation>It was written by another operator, at that operator&apos;s workstation.</translation>
    </message>
    <message>
        <source>Det skrevs vid en annan arbetsstation och finns kvar där.</source>
        <translation>It was written at another workstation and is still there.</translation>
    </message>
    <message>
        <source>Det som gjordes</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Du gjorde</source>
        <translation>You did</translation>
    </message>
    <message>
        <source>Du skrev</source>
        <translation>You wrote</translation>
    </message>
    <message>
        <source>Hur löstes det?</source>
        <translation>How was it resolved?</translation>
    </message>
    <message>
        <source>Ingen sådan post än. Det du skrev är sparat hos centralen, helt.</source>
        <translation>No such record yet. What you wrote is kept at the centre, whole.</translation>
    </message>
    <message>
        <source>Löst</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Samtalet {number} {at}: {state}, hos {holder}.</source>
        <translation>The call {number} {at}: {state}, with {holder}.</translation>
    </message>
    <message>
        <source>Samtalet {number} {at}: {state}.</source>
        <translation>The call {number} {at}: {state}.</translation>
    </message>
    <message>
        <source>Senare</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Skriv hur det löstes.</source>
        <translation>Write how it was resolved.</translation>
    </message>
    <message>
        <source>Vad du gjorde, eller varför inget behöver göras.</source>
        <translation>What you did, or why nothing needs to be done.</translation>
    </message>
    <message>
        <source>Visa båda versionerna</source>
        <translation>Show both versions</translation>
    </message>
    <message>
        <source>{at}. {who}. {why}</source>
        <translation>{at}. {who}. {why}</translation>
    </message>
    <message>
        <source>{verb} {at}.</source>
        <translation>{verb} {at}.</translation>
    </message>
    <message>
        <source>Öppna posten</source>
        <translation>Open the record</translation>
    </message>
</context>
<context>
    <name>HandedList</name>
    <message>
        <source>Avböj</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>Ta över</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>{number}, {time}, från {name}</source>
        <translation>{number}, {time}, from {name}</translation>
    </message>
    <message>
        <source>Överlämnade till dig</source>
        <translation>Handed over to you</translation>
    </message>
</context>
<context>
    <name>HeldPerson</name>
    <message>
        <source>Anteckningen sparas. Patienten kan inte bytas nu.</source>
        <translation>The note is being saved. The patient cannot be changed now.</translation>
    </message>
    <message>
        <source>Delen har en anteckning om en annan patient. Lägg till en ny del.</source>
        <translation>The part has a note about another patient. Add a new part.</translation>
    </message>
</context>
<context>
    <name>HiddenCaller</name>
    <message>
        <source>Att ringa tillbaka på: {number}. Det visas bara här.</source>
        <translation>To call back on: {number}. It is shown only here.</translation>
    </message>
    <message>
        <source>Ring tillbaka</source>
        <translation>Call back</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Det som finns är spärrat för din enhet.</source>
        <translation>What there is has been blocked for your unit.</translation>
    </message>
    <message>
        <source>Här finns inget från den senaste tiden.</source>
        <translation>There is nothing recent here.</translation>
    </message>
    <message>
        <source>Inga anteckningar att visa</source>
        <translation>No notes to show</translation>
    </message>
    <message>
        <source>Inga tidigare anteckningar</source>
        <translation>No earlier notes</translation>
    </message>
    <message>
        <source>Ord som står i anteckningen</source>
        <translation>Words that are in the note</translation>
    </message>
    <message>
        <source>Orden står inte i någon anteckning.</source>
        <translation>The words are not in any note.</translation>
    </message>
    <message>
        <source>Personen har inte journalförts här förut.</source>
        <translation>The person has no record here yet.</translation>
    </message>
    <message>
        <source>Sök i journalen</source>
        <translation>Search the record</translation>
    </message>
    <message>
        <source>Tidigare anteckningar</source>
        <translation>Earlier notes</translation>
    </message>
    <message>
        <source>Träffar: {count}</source>
        <translation>Matches: {count}</translation>
    </message>
    <message>
        <source>och {count} äldre</source>
        <translation>and {count} older</translation>
    </message>
</context>
<context>
    <name>HoleWriter</name>
    <message>
        <source>Fyll i: {hole}</source>
        <translation>Fill in: {hole}</translation>
    </message>
    <message>
        <source>Måste fyllas i: {hole}</source>
        <translation>Must be filled in: {hole}</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>Det tidigare numret finns kvar och hittar fortfarande personen.</source>
        <translation>The earlier number remains and still finds the person.</translation>
    </message>
    <message>
        <source>Hittills kallad: {name}. Skriv personens rätta namn.</source>
        <translation>Known so far as: {name}. Enter the person&apos;s real name.</translation>
    </message>
    <message>
        <source>Nytt identitetsnummer</source>
        <translation>New identity number</translation>
    </message>
    <message>
        <source>Personnummer eller reservnummer</source>
        <translation>Personal identity or reserve number</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>InPlay</name>
    <message>
        <source>Kom tillbaka: {why}</source>
        <translation>Came back: {why}</translation>
    </message>
    <message>
        <source>Kopplat till dig</source>
        <translation>Connected to you</translation>
    </message>
</context>
<context>
    <name>IncidentDialog</name>
    <message>
        <source>Anteckna en händelse</source>
        <translation>Note an incident</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Började</source>
        <translation>Began</translation>
    </message>
    <message>
        <source>Den kommer med i skiftets sammanfattning. Skriv inte om någon patient här.</source>
        <translation>It goes into the summary of the shift. Write nothing about any patient here.</translation>
    </message>
    <message>
        <source>Den tiden går inte att spara.</source>
        <translation>That time cannot be saved.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Det slutade inte före det började.</source>
        <translation>It did not end before it began.</translation>
    </message>
    <message>
        <source>Det är över nu</source>
        <translation>It is over now</translation>
    </message>
    <message>
        <source>Händelse: {name}</source>
        <translation>Incident: {name}</translation>
    </message>
    <message>
        <source>Händelsen är antecknad.</source>
        <translation>The incident is noted.</translation>
    </message>
    <message>
        <source>Händelsen är sparad.</source>
        <translation>The incident is saved.</translation>
    </message>
    <message>
        <source>Händelsen är över.</source>
        <translation>The incident is over.</translation>
    </message>
    <message>
        <source>Skriv tiden som 13:40 eller 2026-11-21 13:40.</source>
        <translation>Write the time as 13:40 or 2026-11-21 13:40.</translation>
    </message>
    <message>
        <source>Skriv vad det är.</source>
        <translation>Write what it is.</translation>
    </message>
    <message>
        <source>Slutade</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Som 13:40. Tomt: nu.</source>
        <translation>As 13:40. Empty: now.</translation>
    </message>
    <message>
        <source>Som 14:05. Tomt: det pågår.</source>
        <translation>As 14:05. Empty: it is going on.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Vad har hänt, och vad gjordes?</source>
        <translation>What happened, and what was done?</translation>
    </message>
    <message>
        <source>Vad är det som stör?</source>
        <translation>What is disrupting?</translation>
    </message>
    <message>
        <source>Välj vad det är.</source>
        <translation>Choose what it is.</translation>
    </message>
</context>
<context>
    <name>InformDialog</name>
    <message>
        <source>Det är noterat vad patienten har fått veta.</source>
        <translation>What the patient has been told is noted.</translation>
    </message>
    <message>
        <source>Efter en vårdskada ska patienten snarast få veta allt detta, och det ska stå i journalen.</source>
        <translation>After a care injury the patient is promptly to be told all of this, and it is to stand in the record.</translation>
    </message>
    <message>
        <source>Informerat</source>
        <translation>Informed</translation>
    </message>
    <message>
        <source>Kryssa för det som har sagts.</source>
        <translation>Tick what has been said.</translation>
    </message>
    <message>
        <source>Redan sagt: {what}.</source>
        <translation>Said already: {what}.</translation>
    </message>
    <message>
        <source>Sagt nu</source>
        <translation>Said now</translation>
    </message>
    <message>
        <source>Vad patienten har informerats om</source>
        <translation>What the patient has been told</translation>
    </message>
</context>
<context>
    <name>Informant</name>
    <message>
        <source>Patienten är {age}. Välj vem som lämnar uppgifterna.</source>
        <translation>The patient is {age}. Choose who is giving the information.</translation>
    </message>
</context>
<context>
    <name>InquiriesDialog</name>
    <message>
        <source>De senaste femtio. Ingen person nämns.</source>
        <translation>The latest fifty. Nobody is named.</translation>
    </message>
    <message>
        <source>Den som frågade: {who}.</source>
        <translation>Who asked: {who}.</translation>
    </message>
    <message>
        <source>Frågor om personer</source>
        <translation>Questions about persons</translation>
    </message>
    <message>
        <source>Grund: {ground}.</source>
        <translation>Ground: {ground}.</translation>
    </message>
    <message>
        <source>Hämtar frågorna</source>
        <translation>Fetching the questions</translation>
    </message>
    <message>
        <source>Ingen har frågat</source>
        <translation>Nobody has asked</translation>
    </message>
    <message>
        <source>Motringd: {name}.</source>
        <translation>Called back: {name}.</translation>
    </message>
    <message>
        <source>När</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Om vad</source>
        <translation>About what</translation>
    </message>
    <message>
        <source>Personen hade skyddade personuppgifter.</source>
        <translation>The person had protected identity.</translation>
    </message>
    <message>
        <source>Skäl: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Svarade</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Vem frågade</source>
        <translation>Who asked</translation>
    </message>
</context>
<context>
    <name>JudgeDialog</name>
    <message>
        <source>Anteckning {at}</source>
        <translation>Note {at}</translation>
    </message>
    <message>
        <source>Anteckningar som är spärrade eller skyddade visas inte: {count}.</source>
        <translation>Notes that are blocked or protected are not shown: {count}.</translation>
    </message>
    <message>
        <source>Att du läser anteckningen är loggat.</source>
        <translation>That you read the note is logged.</translation>
    </message>
    <message>
        <source>Bedöm samtal {number}</source>
        <translation>Assess call {number}</translation>
    </message>
    <message>
        <source>Går inte att bedöma</source>
        <translation>Cannot be assessed</translation>
    </message>
    <message>
        <source>Inte signerad.</source>
        <translation>Not signed.</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Motivering</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Samtalet finns inte längre på den här arbetsplatsen.</source>
        <translation>The call is no longer at this workstation.</translation>
    </message>
    <message>
        <source>Samtalet har ingen anteckning.</source>
        <translation>The call has no note.</translation>
    </message>
    <message>
        <source>Samtalet varade {time}.</source>
        <translation>The call lasted {time}.</translation>
    </message>
    <message>
        <source>Spara bedömningen</source>
        <translation>Save the assessment</translation>
    </message>
    <message>
        <source>Var det rådgivning?</source>
        <translation>Was it medical advice?</translation>
    </message>
    <message>
        <source>Välj ett av svaren.</source>
        <translation>Choose one of the answers.</translation>
    </message>
    <message>
        <source>Vårdnivå som gavs</source>
        <translation>Level of care that was given</translation>
    </message>
    <message>
        <source>Vårdnivå som hade varit rätt</source>
        <translation>Level of care that would have been right</translation>
    </message>
    <message>
        <source>{at}, kö {queue}, väntade {waited}.</source>
        <translation>{at}, queue {queue}, waited {waited}.</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>Återställd text, inte sparad</source>
        <translation>Restored text, not saved</translation>
    </message>
</context>
<context>
    <name>KeptForm</name>
    <message>
        <source>Återställd text, inte sparad. Den skrevs före det som står nu.</source>
        <translation>Recovered text, not saved. It was written before what stands now.</translation>
    </message>
</context>
<context>
    <name>KeptNote</name>
    <message>
        <source>Återställd text, inte sparad. Den skrevs före det som står nu.</source>
        <translation>Recovered text, not saved. It was written before what stands now.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Alla tangenter</source>
        <translation>All keys</translation>
    </message>
    <message>
        <source>Byt tangent</source>
        <translation>Change key</translation>
    </message>
    <message>
        <source>Dina egna tangenter följer dig, inte datorn.</source>
        <translation>Your own keys follow you, not the computer.</translation>
    </message>
    <message>
        <source>Ingen tangent</source>
        <translation>No key</translation>
    </message>
    <message>
        <source>Inget sådant</source>
        <translation>Nothing like that</translation>
    </message>
    <message>
        <source>Skriv ett annat ord.</source>
        <translation>Type another word.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sök</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Tangenter</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Vad du vill göra, eller en tangent</source>
        <translation>What you want to do, or a key</translation>
    </message>
    <message>
        <source>Var</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Återställ</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Återställ alla</source>
        <translation>Reset all</translation>
    </message>
</context>
<context>
    <name>LanguageDialog</name>
    <message>
        <source>Lämna tomt om ingen tolk behövs.</source>
        <translation>Leave empty if no interpreter is needed.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Tolkspråk</source>
        <translation>Interpreter language</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>Den är inte journalförd förrän du sparar. Den finns kvar här, krypterad, och kommer tillbaka när du loggar in igen.</source>
        <translation>It is not on record until you save. It stays here, encrypted, and comes back when you sign in again.</translation>
    </message>
    <message>
        <source>Det finns text som inte är sparad</source>
        <translation>There is text that is not saved</translation>
    </message>
    <message>
        <source>Gå tillbaka</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>Kasta texten</source>
        <translation>Discard the text</translation>
    </message>
    <message>
        <source>Logga ut ändå</source>
        <translation>Sign out anyway</translation>
    </message>
    <message>
        <source>Om du loggar ut nu försvinner den.</source>
        <translation>If you sign out now it is lost.</translation>
    </message>
    <message>
        <source>Om du stänger programmet nu försvinner den.</source>
        <translation>If you close the program now it is lost.</translation>
    </message>
    <message>
        <source>Stäng ändå</source>
        <translation>Close anyway</translation>
    </message>
</context>
<context>
    <name>LeavePromisesDialog</name>
    <message>
        <source>Dina löften innan du loggar ut</source>
        <translation>Your promises before you sign out</translation>
    </message>
    <message>
        <source>Du har lovat att ringa de närmaste timmarna. Lämna det till dem som är på plats?</source>
        <translation>You have promised to call within the next hours. Leave it to those on duty?</translation>
    </message>
    <message>
        <source>Logga ut, behåll dem</source>
        <translation>Sign out, keep them</translation>
    </message>
    <message>
        <source>Lämna över och logga ut</source>
        <translation>Hand over and sign out</translation>
    </message>
    <message>
        <source>{count} till.</source>
        <translation>{count} more.</translation>
    </message>
    <message>
        <source>{kind}: {time}</source>
        <translation>{kind}: {time}</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Spara eller avsluta samtalet innan du loggar ut.</source>
        <translation>Save or finish the call before you sign out.</translation>
    </message>
</context>
<context>
    <name>LedTimes</name>
    <message>
        <source>Ny tid…</source>
        <translation>New time…</translation>
    </message>
    <message>
        <source>Platser…</source>
        <translation>Places…</translation>
    </message>
    <message>
        <source>Stäng…</source>
        <translation>Close…</translation>
    </message>
    <message>
        <source>Tiden kan bokas igen.</source>
        <translation>The time can be booked again.</translation>
    </message>
    <message>
        <source>Visa stängda och fulla</source>
        <translation>Show closed and full</translation>
    </message>
    <message>
        <source>Öppna igen</source>
        <translation>Open again</translation>
    </message>
</context>
<context>
    <name>LeftAlarms</name>
    <message>
        <source>Text från larm 112 ({times}) står inte i någon anteckning.</source>
        <translation>Text from 112 alarm ({times}) is in no note.</translation>
    </message>
</context>
<context>
    <name>LeftBanner</name>
    <message>
        <source>Visa texten</source>
        <translation>Show the text</translation>
    </message>
</context>
<context>
    <name>LettersDialog</name>
    <message>
        <source>Brev</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Brevet är lämnat till e-postservern.</source>
        <translation>The letter has been handed to the mail server.</translation>
    </message>
    <message>
        <source>Brevets egen text</source>
        <translation>The letter&apos;s own text</translation>
    </message>
    <message>
        <source>E-postadress</source>
        <translation>E-mail address</translation>
    </message>
    <message>
        <source>Läs brevet först</source>
        <translation>Read the letter first</translation>
    </message>
    <message>
        <source>Regionen har inte tillåtit e-post till den adressen. Skicka ett brev.</source>
        <translation>The region has not allowed e-mail to that address. Send a letter.</translation>
    </message>
    <message>
        <source>Skicka som e-post</source>
        <translation>Send as e-mail</translation>
    </message>
    <message>
        <source>Så står det i brevet</source>
        <translation>As it stands in the letter</translation>
    </message>
    <message>
        <source>Vilket brev?</source>
        <translation>Which letter?</translation>
    </message>
    <message>
        <source>Visa sidan och skriv ut</source>
        <translation>Show the page and print</translation>
    </message>
</context>
<context>
    <name>LiftDialog</name>
    <message>
        <source>Häv</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>Häva omdirigeringen?</source>
        <translation>Lift the redirect?</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>Klart</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Som mån-fre 08:00-11:00; lör 10:00-12:00</source>
        <translation>Such as mån-fre 08:00-11:00; lör 10:00-12:00 (Mon–Fri, Sat)</translation>
    </message>
    <message>
        <source>Telefonlinje</source>
        <translation>Telephone line</translation>
    </message>
    <message>
        <source>Telefontider</source>
        <translation>Telephone hours</translation>
    </message>
    <message>
        <source>Vad den är till för</source>
        <translation>What it is for</translation>
    </message>
    <message>
        <source>Visas bara för dem som kryssas här. Utan kryss: för alla.</source>
        <translation>Shown only to those ticked here. Without a tick: to everyone.</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Arbete har legat bara här i mer än ett dygn. Arbetsledaren behöver veta det.</source>
        <translation>Work has been nowhere but here for more than a day. The supervisor needs to know.</translation>
    </message>
    <message>
        <source>Centralen svarar.</source>
        <translation>The centre answers.</translation>
    </message>
    <message>
        <source>Datorns klocka behöver ställas av it-stödet.</source>
        <translation>The computer&apos;s clock needs to be set by IT support.</translation>
    </message>
    <message>
        <source>Den äldsta är från</source>
        <translation>The oldest is from</translation>
    </message>
    <message>
        <source>Det försöks igen av sig självt.</source>
        <translation>It is tried again by itself.</translation>
    </message>
    <message>
        <source>Du kan arbeta som vanligt hela tiden. Allt sparas här först, krypterat, och skickas av sig självt.</source>
        <translation>You can work as usual all the time. Everything is saved here first, encrypted, and is sent by itself.</translation>
    </message>
    <message>
        <source>Förbindelsen med centralen</source>
        <translation>The link to the centre</translation>
    </message>
    <message>
        <source>Går {span} efter.</source>
        <translation>{span} behind.</translation>
    </message>
    <message>
        <source>Går {span} före centralens.</source>
        <translation>{span} ahead of the centre&apos;s.</translation>
    </message>
    <message>
        <source>Inget än</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>Klockan</source>
        <translation>The clock</translation>
    </message>
    <message>
        <source>Sedan</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Senaste svar</source>
        <translation>Latest answer</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Säg till arbetsledaren eller it-stödet.</source>
        <translation>Tell the supervisor or IT support.</translation>
    </message>
    <message>
        <source>Väntar på svar</source>
        <translation>Waiting for an answer</translation>
    </message>
</context>
<context>
    <name>LinkItem</name>
    <message>
        <source>1 post väntar</source>
        <translation>1 record waiting</translation>
    </message>
    <message>
        <source>Behöver hjälp – {waiting}</source>
        <translation>Needs help – {waiting}</translation>
    </message>
    <message>
        <source>Frånkopplad sedan {at} – {waiting}</source>
        <translation>Disconnected since {at} – {waiting}</translation>
    </message>
    <message>
        <source>Ingen central är inställd – {waiting}</source>
        <translation>No centre is set – {waiting}</translation>
    </message>
    <message>
        <source>Kopplar upp</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>Mer om förbindelsen: {keys}</source>
        <translation>More about the link: {keys}</translation>
    </message>
    <message>
        <source>Synkar 1 post</source>
        <translation>Syncing 1 record</translation>
    </message>
    <message>
        <source>Synkar {count} poster</source>
        <translation>Syncing {count} records</translation>
    </message>
    <message>
        <source>Uppkopplad</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>centralens logg stämmer inte</source>
        <translation>the centre&apos;s log does not fit</translation>
    </message>
    <message>
        <source>inget väntar</source>
        <translation>nothing waiting</translation>
    </message>
    <message>
        <source>klockan går fel</source>
        <translation>the clock is wrong</translation>
    </message>
    <message>
        <source>{count} poster väntar</source>
        <translation>{count} records waiting</translation>
    </message>
</context>
<context>
    <name>LinkWatch</name>
    <message>
        <source>Avvisad: {verb}. {why} Vad du kan göra står under {page} ({keys}).</source>
        <translation>Rejected: {verb}. {why} What you can do is under {page} ({keys}).</translation>
    </message>
</context>
<context>
    <name>LiveRows</name>
    <message>
        <source>Besvarat</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Händelse</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Lediga</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Längst</source>
        <translation>Longest</translation>
    </message>
    <message>
        <source>Medelväntetid</source>
        <translation>Mean wait</translation>
    </message>
    <message>
        <source>Omdirigerad</source>
        <translation>Redirected</translation>
    </message>
    <message>
        <source>Samtal</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Sedan när och varför</source>
        <translation>Since when and why</translation>
    </message>
    <message>
        <source>Stängd</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Stängd kö</source>
        <translation>Closed queue</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Vilken</source>
        <translation>Which</translation>
    </message>
    <message>
        <source>Väntar</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Växeln följer inte</source>
        <translation>The exchange does not follow</translation>
    </message>
    <message>
        <source>Växeln tiger</source>
        <translation>Exchange silent</translation>
    </message>
    <message>
        <source>{free} av {members}</source>
        <translation>{free} of {members}</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Allt är som vanligt</source>
        <translation>All is as usual</translation>
    </message>
    <message>
        <source>Besvarade i dag</source>
        <translation>Answered today</translation>
    </message>
    <message>
        <source>Försenade återuppringningar</source>
        <translation>Overdue call-backs</translation>
    </message>
    <message>
        <source>Händelse</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>I kö nu</source>
        <translation>In the queue now</translation>
    </message>
    <message>
        <source>Inga</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Inga att ringa nu</source>
        <translation>None to call now</translation>
    </message>
    <message>
        <source>Inloggade sjuksköterskor</source>
        <translation>Nurses signed in</translation>
    </message>
    <message>
        <source>Köer</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>Köer utan någon ledig</source>
        <translation>Queues with nobody free</translation>
    </message>
    <message>
        <source>Medelväntetid i dag</source>
        <translation>Mean wait today</translation>
    </message>
    <message>
        <source>Omdirigera</source>
        <translation>Redirect</translation>
    </message>
    <message>
        <source>Ring upp</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Storskärm</source>
        <translation>Big screen</translation>
    </message>
    <message>
        <source>Stäng kö</source>
        <translation>Close queue</translation>
    </message>
    <message>
        <source>Stängt, omdirigerat och ur funktion</source>
        <translation>Closed, redirected and out of order</translation>
    </message>
    <message>
        <source>Säkerhetsnät</source>
        <translation>Safety net</translation>
    </message>
    <message>
        <source>Växeln har inte sagt något om köerna</source>
        <translation>The exchange has said nothing of the queues</translation>
    </message>
    <message>
        <source>Växeln tiger</source>
        <translation>Exchange silent</translation>
    </message>
    <message>
        <source>av 1 kö</source>
        <translation>of 1 queue</translation>
    </message>
    <message>
        <source>av {count} köer</source>
        <translation>of {count} queues</translation>
    </message>
    <message>
        <source>längst {time}</source>
        <translation>longest {time}</translation>
    </message>
    <message>
        <source>{count} att ringa nu</source>
        <translation>{count} to call now</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Alla</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Alla som ringt de senaste tre dygnen är besvarade eller hanterade.</source>
        <translation>All who called in the last three days are answered or handled.</translation>
    </message>
    <message>
        <source>Hanterat</source>
        <translation>Handled</translation>
    </message>
    <message>
        <source>Här visas samtalen när telefonen har ringt.</source>
        <translation>Calls are shown here when the telephone has rung.</translation>
    </message>
    <message>
        <source>Inga missade samtal</source>
        <translation>No missed calls</translation>
    </message>
    <message>
        <source>Inga samtal än</source>
        <translation>No calls yet</translation>
    </message>
    <message>
        <source>Inget samtal stämmer</source>
        <translation>No call matches</translation>
    </message>
    <message>
        <source>Markera alla hanterade</source>
        <translation>Mark all as handled</translation>
    </message>
    <message>
        <source>Mina</source>
        <translation>My own</translation>
    </message>
    <message>
        <source>Missade</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>Nummer, kö, läge eller vem som hanterat</source>
        <translation>Number, queue, state or who handled it</translation>
    </message>
    <message>
        <source>Nytt samtal</source>
        <translation>New call</translation>
    </message>
    <message>
        <source>Ring tillbaka</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>Samtal</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Samtalet är markerat som hanterat.</source>
        <translation>The call is marked as handled.</translation>
    </message>
    <message>
        <source>Sök</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Vilka samtal</source>
        <translation>Which calls</translation>
    </message>
    <message>
        <source>{count} samtal är markerade som hanterade.</source>
        <translation>{count} calls are marked as handled.</translation>
    </message>
    <message>
        <source>Ärende</source>
        <translation>Matter</translation>
    </message>
</context>
<context>
    <name>LogRows</name>
    <message>
        <source>Hanterat {time}</source>
        <translation>Handled {time}</translation>
    </message>
    <message>
        <source>Hanterat {time}, {name}</source>
        <translation>Handled {time}, {name}</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Ledde till</source>
        <translation>Led to</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Missat</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Väntade</source>
        <translation>Waited</translation>
    </message>
    <message>
        <source>inget utfall än</source>
        <translation>no outcome yet</translation>
    </message>
    <message>
        <source>visas inte</source>
        <translation>not shown</translation>
    </message>
    <message>
        <source>{kind}: {outcome}</source>
        <translation>{kind}: {outcome}</translation>
    </message>
    <message>
        <source>{kind}: {outcome}, anteckning återstår</source>
        <translation>{kind}: {outcome}, note still to be written</translation>
    </message>
</context>
<context>
    <name>LookDialog</name>
    <message>
        <source>Behåll</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Färger</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Hög kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Ljust</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Luftig</source>
        <translation>Comfortable</translation>
    </message>
    <message>
        <source>Mörkt</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Textstorlek</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Tät</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>Täthet</source>
        <translation>Density</translation>
    </message>
    <message>
        <source>Utseende</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Valet följer dig, inte datorn.</source>
        <translation>The choice follows you, not the computer.</translation>
    </message>
</context>
<context>
    <name>LookUp</name>
    <message>
        <source>Beslutsstöd</source>
        <translation>Decision support</translation>
    </message>
    <message>
        <source>Inget ämne</source>
        <translation>No topic</translation>
    </message>
    <message>
        <source>Inget ämne passar</source>
        <translation>No topic fits</translation>
    </message>
    <message>
        <source>Skriv som den som ringer säger</source>
        <translation>Type what the caller says</translation>
    </message>
    <message>
        <source>Stäng beslutsstödet</source>
        <translation>Close the decision support</translation>
    </message>
    <message>
        <source>Symtom, kroppsdel eller ord</source>
        <translation>Symptom, part of the body or word</translation>
    </message>
    <message>
        <source>Sök annat ämne</source>
        <translation>Search for another topic</translation>
    </message>
    <message>
        <source>Ämne</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Ämnen</source>
        <translation>Topics</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Avvisad</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Bekräftad</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Centralen</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Ej skickad</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>Granskas</source>
        <translation>Under review</translation>
    </message>
    <message>
        <source>Preliminär</source>
        <translation>Preliminary</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Byt vilken som behålls</source>
        <translation>Swap which is kept</translation>
    </message>
    <message>
        <source>Inget flyttas. Sammanslagningen kan tas tillbaka när som helst.</source>
        <translation>Nothing is moved. The merge can be undone at any time.</translation>
    </message>
    <message>
        <source>Slå ihop</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Varför det är samma person</source>
        <translation>Why it is the same person</translation>
    </message>
    <message>
        <source>Är det samma person?</source>
        <translation>Is it the same person?</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Brådskande</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Ett sms rymmer högst {limit} tecken. Texten har {count}.</source>
        <translation>A text message holds {limit} characters at most. The text has {count}.</translation>
    </message>
    <message>
        <source>Fyll i luckan.</source>
        <translation>Fill in the hole.</translation>
    </message>
    <message>
        <source>Gäller {name}</source>
        <translation>About {name}</translation>
    </message>
    <message>
        <source>Hur det ska fram</source>
        <translation>How it shall get there</translation>
    </message>
    <message>
        <source>Ingen mall</source>
        <translation>No template</translation>
    </message>
    <message>
        <source>Läs upp</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Mall</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Meddelande</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Meddelandet är inte sparat. Tryck Esc igen om det ska kastas.</source>
        <translation>The message is not saved. Press Esc again to throw it away.</translation>
    </message>
    <message>
        <source>Nytt meddelande</source>
        <translation>New message</translation>
    </message>
    <message>
        <source>Personen har skyddade personuppgifter. Skriv varken nummer, adress eller var personen finns. Inringarens nummer följer inte med.</source>
        <translation>The person has protected identity. Write neither number, address nor where the person is. The caller&apos;s number does not go along.</translation>
    </message>
    <message>
        <source>Ring upp på</source>
        <translation>Call back at</translation>
    </message>
    <message>
        <source>Skriv meddelandet.</source>
        <translation>Write the message.</translation>
    </message>
    <message>
        <source>Sök och välj vem meddelandet är till.</source>
        <translation>Search and choose whom the message is for.</translation>
    </message>
    <message>
        <source>Vem som ringer, med egna ord</source>
        <translation>Who is calling, in their own words</translation>
    </message>
</context>
<context>
    <name>MessagePaperDialog</name>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Meddelande på papper</source>
        <translation>Message on paper</translation>
    </message>
    <message>
        <source>Personen har skyddade personuppgifter: namn och nummer står inte på sidan.</source>
        <translation>The person has protected identity: name and number are not on the page.</translation>
    </message>
    <message>
        <source>Utskriften noteras med tid och ditt namn, och loggas.</source>
        <translation>The printing is noted with the time and your name, and logged.</translation>
    </message>
    <message>
        <source>Visa sidan</source>
        <translation>Show the page</translation>
    </message>
</context>
<context>
    <name>MessagesDialog</name>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Meddelanden</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Nytt meddelande</source>
        <translation>New message</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>MessagesPanel</name>
    <message>
        <source>Av</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Brådskande.</source>
        <translation>Urgent.</translation>
    </message>
    <message>
        <source>Brådskande: {words}</source>
        <translation>Urgent: {words}</translation>
    </message>
    <message>
        <source>Det skickas inte, men det står kvar i listan över de senaste.</source>
        <translation>It is not sent, but it stays in the list of the latest.</translation>
    </message>
    <message>
        <source>Du</source>
        <translation>You</translation>
    </message>
    <message>
        <source>En kollega</source>
        <translation>A colleague</translation>
    </message>
    <message>
        <source>Från {name}.</source>
        <translation>From {name}.</translation>
    </message>
    <message>
        <source>Hur</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Inga meddelanden väntar</source>
        <translation>No messages are waiting</translation>
    </message>
    <message>
        <source>Inga meddelanden än</source>
        <translation>No messages yet</translation>
    </message>
    <message>
        <source>Inte framme</source>
        <translation>Not there yet</translation>
    </message>
    <message>
        <source>Inte uppläst för den som ringde.</source>
        <translation>Not read to the caller.</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Meddelande</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Meddelanden</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Meddelandet är återtaget.</source>
        <translation>The message is taken back.</translation>
    </message>
    <message>
        <source>Mottaget</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Noterat: mottagaren har fått meddelandet.</source>
        <translation>Noted: the receiver has the message.</translation>
    </message>
    <message>
        <source>Okänd mottagare</source>
        <translation>Unknown receiver</translation>
    </message>
    <message>
        <source>Ring mottagaren</source>
        <translation>Call the receiver</translation>
    </message>
    <message>
        <source>Ring upp {number}.</source>
        <translation>Call {number}.</translation>
    </message>
    <message>
        <source>Senaste</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>Skicka nu</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Skickas</source>
        <translation>Is being sent</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Skrivet</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Ta tillbaka</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Ta tillbaka meddelandet?</source>
        <translation>Take the message back?</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Uppläst för den som ringde.</source>
        <translation>Read to the caller.</translation>
    </message>
    <message>
        <source>Vilken lista</source>
        <translation>Which list</translation>
    </message>
</context>
<context>
    <name>Messaging</name>
    <message>
        <source>Ett meddelande gick inte att skicka, och försöks igen. {why}</source>
        <translation>A message could not be sent, and is tried again. {why}</translation>
    </message>
    <message>
        <source>Meddelandet är sparat och skickas.</source>
        <translation>The message is saved and is being sent.</translation>
    </message>
    <message>
        <source>Meddelandet är sparat och väntar på att läsas upp.</source>
        <translation>The message is saved and waits to be read out.</translation>
    </message>
    <message>
        <source>{mode} gäller nu. Hälsningen är en annan.</source>
        <translation>{mode} holds now. The greeting is another.</translation>
    </message>
</context>
<context>
    <name>MineRows</name>
    <message>
        <source>Från</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Fyra veckor</source>
        <translation>Four weeks</translation>
    </message>
    <message>
        <source>I passet</source>
        <translation>In the shift</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Längd</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>pågår</source>
        <translation>going on</translation>
    </message>
</context>
<context>
    <name>MineView</name>
    <message>
        <source>Aktiv rådgivning i passet</source>
        <translation>Active advice in the shift</translation>
    </message>
    <message>
        <source>Aktiv rådgivning, fyra veckor</source>
        <translation>Active advice, four weeks</translation>
    </message>
    <message>
        <source>Arbetstiden är {base}.</source>
        <translation>The working time is {base}.</translation>
    </message>
    <message>
        <source>Dina pauser</source>
        <translation>Your breaks</translation>
    </message>
    <message>
        <source>Efterarbete</source>
        <translation>Wrap-up</translation>
    </message>
    <message>
        <source>Ingen har arbetat i passet</source>
        <translation>Nobody has worked in the shift</translation>
    </message>
    <message>
        <source>Ingen paus än</source>
        <translation>No break yet</translation>
    </message>
    <message>
        <source>Pass efter</source>
        <translation>Shift after</translation>
    </message>
    <message>
        <source>Pass före</source>
        <translation>Shift before</translation>
    </message>
    <message>
        <source>Paus nu</source>
        <translation>On break now</translation>
    </message>
    <message>
        <source>Pauser</source>
        <translation>Breaks</translation>
    </message>
    <message>
        <source>Samtal</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Samtalstid</source>
        <translation>Talk time</translation>
    </message>
    <message>
        <source>Sedan senaste paus</source>
        <translation>Since the last break</translation>
    </message>
    <message>
        <source>Ta gärna en paus</source>
        <translation>Do take a break</translation>
    </message>
    <message>
        <source>Teamets aktiva rådgivning</source>
        <translation>The team&apos;s active advice</translation>
    </message>
    <message>
        <source>Teamets aktiva rådgivning, efter namn</source>
        <translation>The team&apos;s active advice, by name</translation>
    </message>
    <message>
        <source>Tunga samtal i rad</source>
        <translation>Heavy calls in a row</translation>
    </message>
    <message>
        <source>Vad var pausen?</source>
        <translation>What was the break?</translation>
    </message>
    <message>
        <source>och parkerat {time}</source>
        <translation>and {time} on hold</translation>
    </message>
    <message>
        <source>sedan senaste paus</source>
        <translation>since the last break</translation>
    </message>
    <message>
        <source>sedan {clock}</source>
        <translation>since {clock}</translation>
    </message>
    <message>
        <source>varav tunga: {count}</source>
        <translation>of which heavy: {count}</translation>
    </message>
    <message>
        <source>{span}. Bara du ser det här; andelen aktiv rådgivning ser även din arbetsledare.</source>
        <translation>{span}. Only you see this; the share of active advice is seen by your supervisor too.</translation>
    </message>
</context>
<context>
    <name>MissedTimeDialog</name>
    <message>
        <source>Det är noterat.</source>
        <translation>It is noted.</translation>
    </message>
    <message>
        <source>Efter tre gånger utan svar räknas besöket som uteblivet.</source>
        <translation>After three times without answer the visit counts as missed.</translation>
    </message>
    <message>
        <source>Hur många gånger har mottagningen ringt?</source>
        <translation>How many times has the clinic called?</translation>
    </message>
    <message>
        <source>Notera</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Patienten kom inte</source>
        <translation>The patient did not come</translation>
    </message>
    <message>
        <source>Skriv ett tal.</source>
        <translation>Write a number.</translation>
    </message>
    <message>
        <source>Vad som sades, om det behövs</source>
        <translation>What was said, if needed</translation>
    </message>
</context>
<context>
    <name>ModeDialog</name>
    <message>
        <source>Beslutet är hävt. Dagens timmar gäller.</source>
        <translation>The order is lifted. The day&apos;s hours hold.</translation>
    </message>
    <message>
        <source>Byt läge</source>
        <translation>Change mode</translation>
    </message>
    <message>
        <source>Dag, natt eller nödläge</source>
        <translation>Day, night or emergency</translation>
    </message>
    <message>
        <source>Dagläge enligt timmarna: {hours}</source>
        <translation>Day mode by the hours: {hours}</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Häv beslutet</source>
        <translation>Lift the order</translation>
    </message>
    <message>
        <source>Läget bestämmer hälsningen. Utan beslut gäller dagens timmar.</source>
        <translation>The mode decides the greeting. Without an order the day&apos;s hours hold.</translation>
    </message>
    <message>
        <source>Läget är nu {mode}.</source>
        <translation>The mode is now {mode}.</translation>
    </message>
    <message>
        <source>Skriv tiden som 21:00 eller {day} 07:00.</source>
        <translation>Write the time as 21:00 or {day} 07:00.</translation>
    </message>
    <message>
        <source>Skriv varför.</source>
        <translation>Say why.</translation>
    </message>
    <message>
        <source>Sluttiden har redan varit.</source>
        <translation>The time of the end has been.</translation>
    </message>
    <message>
        <source>Som 21:00 eller {day} 07:00. Tomt: tills beslutet hävs.</source>
        <translation>As 21:00 or {day} 07:00. Empty: until the order is lifted.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Varför</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Vilket läge ska gälla från nu?</source>
        <translation>Which mode shall hold from now?</translation>
    </message>
    <message>
        <source>Välj ett läge.</source>
        <translation>Choose a mode.</translation>
    </message>
    <message>
        <source>{told} Preliminärt, tills centralen har svarat.</source>
        <translation>{told} Preliminary, until the centre has answered.</translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>Avsteg från beslutsstödet</source>
        <translation>Deviation from the decision support</translation>
    </message>
    <message>
        <source>Beslutsstödets version</source>
        <translation>Version of the decision support</translation>
    </message>
    <message>
        <source>Beslutsstödets ämne</source>
        <translation>Topic of the decision support</translation>
    </message>
    <message>
        <source>Ingen tolk</source>
        <translation>No interpreter</translation>
    </message>
    <message>
        <source>Inget avsteg</source>
        <translation>No deviation</translation>
    </message>
    <message>
        <source>Skriv en del av ordet</source>
        <translation>Type part of the word</translation>
    </message>
    <message>
        <source>Språk som tolkades</source>
        <translation>Language interpreted</translation>
    </message>
    <message>
        <source>Tolk</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>Varför avsteg görs</source>
        <translation>Why the deviation is made</translation>
    </message>
</context>
<context>
    <name>MoveCallbackDialog</name>
    <message>
        <source>Det gick inte att flytta. Den gamla tiden gäller fortfarande.</source>
        <translation>It could not be moved. The old time still holds.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Flytt till en annan tid</source>
        <translation>Moving to another time</translation>
    </message>
    <message>
        <source>Flytta</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Flytta till en annan tid</source>
        <translation>Move to another time</translation>
    </message>
    <message>
        <source>Flyttad. {words}</source>
        <translation>Moved. {words}</translation>
    </message>
    <message>
        <source>Nu är det lovat {time}.</source>
        <translation>It is promised for {time} now.</translation>
    </message>
</context>
<context>
    <name>NameFields</name>
    <message>
        <source>Efternamn</source>
        <translation>Family name</translation>
    </message>
    <message>
        <source>Förnamn</source>
        <translation>Given name</translation>
    </message>
</context>
<context>
    <name>NewPartDialog</name>
    <message>
        <source>Lägg till</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Ny del i samtalet</source>
        <translation>New part of the call</translation>
    </message>
    <message>
        <source>Till exempel ett barn till, eller en fråga om något annat.</source>
        <translation>For example another child, or a question about something else.</translation>
    </message>
    <message>
        <source>Vad gäller det?</source>
        <translation>What is it about?</translation>
    </message>
</context>
<context>
    <name>NewTimeDialog</name>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Dagen har redan varit.</source>
        <translation>That day has been already.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Enheten har {types}.</source>
        <translation>The unit has {types}.</translation>
    </message>
    <message>
        <source>Enhetens egen, som i deras tidbok.</source>
        <translation>The unit&apos;s own, as in its appointment book.</translation>
    </message>
    <message>
        <source>Från</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Hos</source>
        <translation>With</translation>
    </message>
    <message>
        <source>Högst ett år framåt.</source>
        <translation>At most a year ahead.</translation>
    </message>
    <message>
        <source>Klockan ställs fram den natten: {clock} finns inte.</source>
        <translation>Clocks go forward that night: there is no {clock}.</translation>
    </message>
    <message>
        <source>Lägg till</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Ny ledig tid</source>
        <translation>New free time</translation>
    </message>
    <message>
        <source>Om det ska sägas vem man träffar.</source>
        <translation>If it is to be told whom one meets.</translation>
    </message>
    <message>
        <source>Platser</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Skriv dagen som 26/11 eller 2026-11-26.</source>
        <translation>Write the day as 26/11 or 2026-11-26.</translation>
    </message>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Write a part of the name</translation>
    </message>
    <message>
        <source>Skriv klockan som 08:00.</source>
        <translation>Write the time as 08:00.</translation>
    </message>
    <message>
        <source>Skriv vilken sorts tid.</source>
        <translation>Write which kind of time.</translation>
    </message>
    <message>
        <source>Som 26/11, torsdag eller i morgon.</source>
        <translation>As 26/11, Thursday or tomorrow.</translation>
    </message>
    <message>
        <source>Tiden har redan börjat. Skriv en senare.</source>
        <translation>The time has begun already. Write a later one.</translation>
    </message>
    <message>
        <source>Tiden kan bokas av alla så snart den är sparad.</source>
        <translation>Everybody can book the time as soon as it is saved.</translation>
    </message>
    <message>
        <source>Tiden måste sluta efter att den har börjat.</source>
        <translation>The time must end after it has begun.</translation>
    </message>
    <message>
        <source>Tiden är tillagd: {day} {span}.</source>
        <translation>The time is added: {day} {span}.</translation>
    </message>
    <message>
        <source>Tidstyp</source>
        <translation>Kind of time</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Välj en enhet.</source>
        <translation>Choose a unit.</translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message>
        <source>Anonym: inget sparas eller signeras. Utfallet räcker.</source>
        <translation>Anonymous: nothing is saved or signed. The outcome is enough.</translation>
    </message>
    <message>
        <source>Anteckningens läge</source>
        <translation>State of the note</translation>
    </message>
    <message>
        <source>Avsluta</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Bara utfallet sparas.</source>
        <translation>Only the outcome is saved.</translation>
    </message>
    <message>
        <source>Centralen: {mark}</source>
        <translation>The centre: {mark}</translation>
    </message>
    <message>
        <source>Fortsätt i egen anteckning</source>
        <translation>Continue in a note of your own</translation>
    </message>
    <message>
        <source>Rätta</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Signera</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ta bort delen</source>
        <translation>Remove the part</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Bakgrund</source>
        <translation>Background</translation>
    </message>
    <message>
        <source>Bedömning</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Beslutsstöd och tolk</source>
        <translation>Decision support and interpreter</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Frågor: J för ja, N för nej</source>
        <translation>Questions: J for yes, N for no</translation>
    </message>
    <message>
        <source>Hur bråttom</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>Hänvisning</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Inte sagt</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>Kontaktorsak</source>
        <translation>Contact reason</translation>
    </message>
    <message>
        <source>När den som ringer ska höra av sig igen</source>
        <translation>When the caller should get in touch again</translation>
    </message>
    <message>
        <source>Patientens inställning</source>
        <translation>The patient&apos;s view</translation>
    </message>
    <message>
        <source>Råd och information</source>
        <translation>Advice and information</translation>
    </message>
    <message>
        <source>Råd som gavs</source>
        <translation>Advice given</translation>
    </message>
    <message>
        <source>Råd som gavs, med egna ord</source>
        <translation>Advice given, in your own words</translation>
    </message>
    <message>
        <source>Sammanfattat och förstått</source>
        <translation>Summarised and understood</translation>
    </message>
    <message>
        <source>Sedan förra kontakten</source>
        <translation>Since the last contact</translation>
    </message>
    <message>
        <source>Sjukdomar, läkemedel, överkänslighet, graviditet</source>
        <translation>Illnesses, medicines, allergies, pregnancy</translation>
    </message>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Type part of the name</translation>
    </message>
    <message>
        <source>Skriv en del av ordet</source>
        <translation>Type part of the word</translation>
    </message>
    <message>
        <source>Symtom och anamnes</source>
        <translation>Symptoms and history</translation>
    </message>
    <message>
        <source>Uppgiftslämnare</source>
        <translation>Informant</translation>
    </message>
    <message>
        <source>Uppgiftslämnarens namn</source>
        <translation>The informant&apos;s name</translation>
    </message>
    <message>
        <source>Vad patienten vill, eller avstår från och varför</source>
        <translation>What the patient wants, or declines and why</translation>
    </message>
    <message>
        <source>inte frågat</source>
        <translation>not asked</translation>
    </message>
    <message>
        <source>inte sagt</source>
        <translation>not said</translation>
    </message>
    <message>
        <source>sagt</source>
        <translation>said</translation>
    </message>
    <message>
        <source>Återkom om, med egna ord</source>
        <translation>Call back if, in your own words</translation>
    </message>
    <message>
        <source>Återkom om…</source>
        <translation>Call back if…</translation>
    </message>
</context>
<context>
    <name>NoteGuide</name>
    <message>
        <source>Enheten tar inte emot nu: {reason}</source>
        <translation>The unit does not accept patients now: {reason}</translation>
    </message>
    <message>
        <source>Enheten tar inte längre emot patienter.</source>
        <translation>The unit no longer accepts patients.</translation>
    </message>
    <message>
        <source>Katalogen har inte kommit än.</source>
        <translation>The directory has not arrived yet.</translation>
    </message>
    <message>
        <source>Omdirigerad till {unit}: {reason}</source>
        <translation>Redirected to {unit}: {reason}</translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>Anteckning</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Texten skriver sig själv.</source>
        <translation>The text writes itself.</translation>
    </message>
    <message>
        <source>Texten som den blir</source>
        <translation>The text as it will be</translation>
    </message>
</context>
<context>
    <name>NoteState</name>
    <message>
        <source>Anonym</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>Anonym, ingen journal</source>
        <translation>Anonymous, no record</translation>
    </message>
    <message>
        <source>En kollegas anteckning</source>
        <translation>A colleague&apos;s note</translation>
    </message>
    <message>
        <source>Inte sparad</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Kollegas</source>
        <translation>Colleague&apos;s</translation>
    </message>
    <message>
        <source>Ny</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Ny anteckning</source>
        <translation>New note</translation>
    </message>
    <message>
        <source>Osparad</source>
        <translation>Unsaved</translation>
    </message>
    <message>
        <source>Rättas</source>
        <translation>Being corrected</translation>
    </message>
    <message>
        <source>Signerad</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Sparad</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Sparad, osignerad</source>
        <translation>Saved, unsigned</translation>
    </message>
    <message>
        <source>Ändrad, inte sparad</source>
        <translation>Changed, not saved</translation>
    </message>
    <message>
        <source>Återställd</source>
        <translation>Restored</translation>
    </message>
    <message>
        <source>Återställd text, inte sparad</source>
        <translation>Restored text, not saved</translation>
    </message>
    <message>
        <source>Återstår</source>
        <translation>Remaining</translation>
    </message>
    <message>
        <source>Återstår, inte sparad</source>
        <translation>Remaining, not saved</translation>
    </message>
</context>
<context>
    <name>NoteSupport</name>
    <message>
        <source>Demonstration</source>
        <translation>Demonstration</translation>
    </message>
    <message>
        <source>Godkänd av {approver}.</source>
        <translation>Approved by {approver}.</translation>
    </message>
    <message>
        <source>Granskning försenad</source>
        <translation>Review overdue</translation>
    </message>
    <message>
        <source>Inget innehållspaket är godkänt</source>
        <translation>No content pack has been approved</translation>
    </message>
    <message>
        <source>Uppslag och dokumentation. Räknar inte ut någon vårdnivå.</source>
        <translation>Look-up and documentation. Works out no level of care.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Version {version}. Granskas senast {day}.</source>
        <translation>Version {version}. Review by {day}.</translation>
    </message>
    <message>
        <source>Ändrad lokalt</source>
        <translation>Changed locally</translation>
    </message>
</context>
<context>
    <name>NoteText</name>
    <message>
        <source>Anteckningens text</source>
        <translation>Text of the note</translation>
    </message>
</context>
<context>
    <name>NoteView</name>
    <message>
        <source>Anteckna avvikande mening</source>
        <translation>Note a dissent</translation>
    </message>
    <message>
        <source>Anteckning</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Avvikande mening</source>
        <translation>Dissent</translation>
    </message>
    <message>
        <source>Behöver inte signeras ({reason}), enligt {name} {at}.</source>
        <translation>Need not be signed ({reason}), according to {name} {at}.</translation>
    </message>
    <message>
        <source>Inte signerad.</source>
        <translation>Not signed.</translation>
    </message>
    <message>
        <source>Rättad {at}: {why}.</source>
        <translation>Corrected {at}: {why}.</translation>
    </message>
    <message>
        <source>Signerad {at} av {name}.</source>
        <translation>Signed {at} by {name}.</translation>
    </message>
    <message>
        <source>Skriven utifrån version {number}.</source>
        <translation>Written upon version {number}.</translation>
    </message>
    <message>
        <source>Skriven {at} av {name}.</source>
        <translation>Written {at} by {name}.</translation>
    </message>
    <message>
        <source>Tidigare versioner</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>Två ändringar av samma anteckning. Den andra står under den här. Jämför dem, och rätta om något fattas.</source>
        <translation>Two changes of the same note. The other is below this one. Compare them, and correct if something is missing.</translation>
    </message>
    <message>
        <source>Utlämnat</source>
        <translation>Disclosed</translation>
    </message>
    <message>
        <source>Version {number}, den andra ändringen</source>
        <translation>Version {number}, the other change</translation>
    </message>
    <message>
        <source>Version {number}, gäller inte längre</source>
        <translation>Version {number}, no longer in force</translation>
    </message>
    <message>
        <source>{at}: version {number} till {recipient} ({form}), av {name}.</source>
        <translation>{at}: version {number} to {recipient} ({form}), by {name}.</translation>
    </message>
    <message>
        <source>{name} ({relation}), antecknat {at}</source>
        <translation>{name} ({relation}), noted {at}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Stäng meddelandet</source>
        <translation>Close the message</translation>
    </message>
</context>
<context>
    <name>NoticeDialog</name>
    <message>
        <source>Gäller från</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Gäller till</source>
        <translation>In force until</translation>
    </message>
    <message>
        <source>Klart</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Skriv tiden som 2026-11-21 18:00.</source>
        <translation>Write the time as 2026-11-21 18:00.</translation>
    </message>
    <message>
        <source>Skriv vad som gäller.</source>
        <translation>Enter what applies.</translation>
    </message>
    <message>
        <source>Slutet ligger före början.</source>
        <translation>The end lies before the beginning.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Tillfällig information</source>
        <translation>Temporary information</translation>
    </message>
    <message>
        <source>Tomt: tills den tas bort.</source>
        <translation>Empty: until it is removed.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Meddelanden</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>NumberDialog</name>
    <message>
        <source>Annat nummer</source>
        <translation>Another number</translation>
    </message>
    <message>
        <source>Nummer att ringa</source>
        <translation>Number to call</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Tillfälligt nummer, glöms efteråt</source>
        <translation>Temporary number, forgotten afterwards</translation>
    </message>
</context>
<context>
    <name>NumberShown</name>
    <message>
        <source>112 rings inte upp härifrån. Larma med {keys}.</source>
        <translation>112 is not rung from here. Raise the alarm with {keys}.</translation>
    </message>
    <message>
        <source>Nummer att ringa</source>
        <translation>Number to call</translation>
    </message>
    <message>
        <source>Slå numret på telefonen. Det är kopierat och glöms om en minut.</source>
        <translation>Dial the number on the telephone. It is copied and forgotten in a minute.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Förslag {place}: {title}</source>
        <translation>Suggestion {place}: {title}</translation>
    </message>
    <message>
        <source>{title} – valt</source>
        <translation>{title} – chosen</translation>
    </message>
    <message>
        <source>Öppettid okänd</source>
        <translation>Opening hours unknown</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Förslag</source>
        <translation>Suggestions</translation>
    </message>
</context>
<context>
    <name>OfferedBanner</name>
    <message>
        <source>Ta tillbaka</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Överlämnat: kortet väntar på att kollegan tar det.</source>
        <translation>Handed over: the card waits for the colleague to take it.</translation>
    </message>
</context>
<context>
    <name>OntoCard</name>
    <message>
        <source>Kortet gäller redan en person. Ta en ny del för en annan.</source>
        <translation>The card is about a person already. Use a new part for another.</translation>
    </message>
    <message>
        <source>Öppna ett samtal först: personen visas på dess kort.</source>
        <translation>Open a call first: the person is shown on its card.</translation>
    </message>
</context>
<context>
    <name>OperatorDialog</name>
    <message>
        <source>Användarnamn</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Befattning</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Lägg till</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ny operatör</source>
        <translation>New operator</translation>
    </message>
    <message>
        <source>Står under varje anteckning</source>
        <translation>Appears under every note</translation>
    </message>
    <message>
        <source>Vårdenhetens HSA-id</source>
        <translation>HSA-id of the care unit</translation>
    </message>
</context>
<context>
    <name>OperatorsPage</name>
    <message>
        <source>Aktiv</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Användarnamn</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Avstängd</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>Befattning</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ny operatör</source>
        <translation>New operator</translation>
    </message>
    <message>
        <source>Nytt lösenord</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Operatören har fått ett nytt lösenord.</source>
        <translation>The operator has been given a new password.</translation>
    </message>
    <message>
        <source>Operatörer</source>
        <translation>Operators</translation>
    </message>
    <message>
        <source>Roller</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Stäng av</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>Ändra roller</source>
        <translation>Change roles</translation>
    </message>
    <message>
        <source>Öppna igen</source>
        <translation>Enable again</translation>
    </message>
</context>
<context>
    <name>OrderLines</name>
    <message>
        <source>Ytterligare {count} omdirigeringar gäller: {keys}</source>
        <translation>{count} more redirects are in force: {keys}</translation>
    </message>
</context>
<context>
    <name>OutcomeDialog</name>
    <message>
        <source>Avsluta</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Avsluta samtalet</source>
        <translation>Finish the call</translation>
    </message>
    <message>
        <source>Patienten har ingen anteckning. Råd ska journalföras; de här utfallen kräver ingen.</source>
        <translation>The patient has no note. Advice must be recorded; these outcomes need no note.</translation>
    </message>
    <message>
        <source>Samtalet har ingen anteckning. Vad ledde det till?</source>
        <translation>The call has no note. What did it lead to?</translation>
    </message>
    <message>
        <source>Samtalet ledde till</source>
        <translation>The call led to</translation>
    </message>
</context>
<context>
    <name>OutcomePicker</name>
    <message>
        <source>Bokstaven väljer direkt.</source>
        <translation>The letter chooses at once.</translation>
    </message>
    <message>
        <source>Hänvisning</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Välj</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>OwnPasswordDialog</name>
    <message>
        <source>Byt lösenord</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>De två lösenorden är inte lika.</source>
        <translation>The two passwords are not the same.</translation>
    </message>
    <message>
        <source>Det nuvarande lösenordet stämmer inte.</source>
        <translation>The current password is not right.</translation>
    </message>
    <message>
        <source>Det nya lösenordet en gång till</source>
        <translation>The new password once more</translation>
    </message>
    <message>
        <source>Ditt lösenord är bytt.</source>
        <translation>Your password has been changed.</translation>
    </message>
    <message>
        <source>Nuvarande lösenord</source>
        <translation>Current password</translation>
    </message>
    <message>
        <source>Nytt lösenord</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Skriv gärna en hel mening.</source>
        <translation>A whole sentence is welcome.</translation>
    </message>
</context>
<context>
    <name>PackImportDialog</name>
    <message>
        <source>Alla filer (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Det här ändras</source>
        <translation>This changes</translation>
    </message>
    <message>
        <source>Ingen fil är vald.</source>
        <translation>No file is chosen.</translation>
    </message>
    <message>
        <source>Innehållspaket (*.toml)</source>
        <translation>Content packs (*.toml)</translation>
    </message>
    <message>
        <source>Innehållspaketet är inläst och väntar på godkännande.</source>
        <translation>The content pack has been imported and is waiting for approval.</translation>
    </message>
    <message>
        <source>Läs in</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Läs in innehållspaket</source>
        <translation>Import a content pack</translation>
    </message>
    <message>
        <source>Paketet gäller först när medicinskt ansvarig har godkänt det.</source>
        <translation>The pack is not in force until the medical lead has approved it.</translation>
    </message>
    <message>
        <source>Välj ett innehållspaket</source>
        <translation>Choose a content pack</translation>
    </message>
    <message>
        <source>Välj fil</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>{title}, version {version}. {author}. Granskas senast {review}.</source>
        <translation>{title}, version {version}. {author}. Review by {review}.</translation>
    </message>
</context>
<context>
    <name>PacksPart</name>
    <message>
        <source>Den version som gällde före gäller då igen, om det finns en.</source>
        <translation>The version that was in force before is then in force again, if there is one.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Egen lydelse</source>
        <translation>Own wording</translation>
    </message>
    <message>
        <source>Godkänn</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Godkänna innehållspaketet?</source>
        <translation>Approve the content pack?</translation>
    </message>
    <message>
        <source>Godkänt av</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Granskas senast</source>
        <translation>Review by</translation>
    </message>
    <message>
        <source>Inga innehållspaket</source>
        <translation>No content packs</translation>
    </message>
    <message>
        <source>Inga ämnen</source>
        <translation>No topics</translation>
    </message>
    <message>
        <source>Inläst</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>Innehållspaket</source>
        <translation>Content packs</translation>
    </message>
    <message>
        <source>Kontaktorsak</source>
        <translation>Contact reason</translation>
    </message>
    <message>
        <source>Lydelse</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Läs in ett, och be medicinskt ansvarig att godkänna det.</source>
        <translation>Import one, and ask the medical lead to approve it.</translation>
    </message>
    <message>
        <source>Läs in paket</source>
        <translation>Import a pack</translation>
    </message>
    <message>
        <source>Paket</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Paketets</source>
        <translation>The pack&apos;s</translation>
    </message>
    <message>
        <source>Sök ämne</source>
        <translation>Search for a topic</translation>
    </message>
    <message>
        <source>Ta paketet ur bruk?</source>
        <translation>Retire the pack?</translation>
    </message>
    <message>
        <source>Ta ur bruk</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>{title}, version {version}, gäller genast vid alla arbetsplatser.</source>
        <translation>{title}, version {version}, comes into force at once at every workstation.</translation>
    </message>
    <message>
        <source>Ämne</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Ämnen som gäller</source>
        <translation>Topics in force</translation>
    </message>
    <message>
        <source>Ändrat på båda hållen</source>
        <translation>Changed on both sides</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Din roll har ingen egen sida.</source>
        <translation>Your role has no page of its own.</translation>
    </message>
    <message>
        <source>Inget att göra här än</source>
        <translation>Nothing to do here yet</translation>
    </message>
    <message>
        <source>Vila</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>{count} att göra</source>
        <translation>{count} to do</translation>
    </message>
    <message>
        <source>{count} missade samtal</source>
        <translation>{count} missed calls</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Ingen träff</source>
        <translation>No match</translation>
    </message>
    <message>
        <source>Kommando, samtal, enhet eller personnummer</source>
        <translation>Command, call, unit or personal identity number</translation>
    </message>
    <message>
        <source>Mer</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Skriv ett annat ord.</source>
        <translation>Type another word.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sök</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Sök och gör</source>
        <translation>Search and do</translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Träffar</source>
        <translation>Matches</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Välj</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Datorn har ingen skrivare. Sidan kan sparas som PDF.</source>
        <translation>The computer has no printer. The page can be saved as a PDF.</translation>
    </message>
    <message>
        <source>PDF-filer (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Sida {number}</source>
        <translation>Page {number}</translation>
    </message>
    <message>
        <source>Sidan är sparad som PDF.</source>
        <translation>The page is saved as a PDF.</translation>
    </message>
    <message>
        <source>Sidor</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Skrivare</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Spara som PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Utskriften är skickad.</source>
        <translation>The print has been sent.</translation>
    </message>
</context>
<context>
    <name>PartClaims</name>
    <message>
        <source>Ange först vem samtalet gäller.</source>
        <translation>First say whom the call is about.</translation>
    </message>
</context>
<context>
    <name>PartTabs</name>
    <message>
        <source>Delar</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>Lämna över</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Ny del</source>
        <translation>New part</translation>
    </message>
    <message>
        <source>Samtalets delar</source>
        <translation>Parts of the call</translation>
    </message>
</context>
<context>
    <name>PartView</name>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Ny</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Sparad</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Återstår</source>
        <translation>Remaining</translation>
    </message>
</context>
<context>
    <name>PassphraseGate</name>
    <message>
        <source>De två lösenfraserna är inte lika.</source>
        <translation>The two passphrases are not the same.</translation>
    </message>
    <message>
        <source>Lösenfras</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Lösenfrasen en gång till</source>
        <translation>The passphrase once more</translation>
    </message>
    <message>
        <source>Minst {count} tecken. Skriv gärna en hel mening.</source>
        <translation>At least {count} characters. A whole sentence is welcome.</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>De två lösenorden är inte lika.</source>
        <translation>The two passwords are not the same.</translation>
    </message>
    <message>
        <source>Ge lösenordet</source>
        <translation>Give the password</translation>
    </message>
    <message>
        <source>Lösenord</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Lösenordet en gång till</source>
        <translation>The password once more</translation>
    </message>
    <message>
        <source>Nytt lösenord</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Skriv gärna en hel mening.</source>
        <translation>A whole sentence is welcome.</translation>
    </message>
</context>
<context>
    <name>PastLine</name>
    <message>
        <source>Centralen nås inte. Personen kan finnas där.</source>
        <translation>The centre cannot be reached. The person may be there.</translation>
    </message>
    <message>
        <source>Söker också hos centralen…</source>
        <translation>Also looking at the centre…</translation>
    </message>
    <message>
        <source>Visa dem</source>
        <translation>Show them</translation>
    </message>
    <message>
        <source>Äldre anteckningar har hämtats.</source>
        <translation>Older notes have been fetched.</translation>
    </message>
    <message>
        <source>Äldre anteckningar hämtas när centralen nås.</source>
        <translation>Older notes are fetched when the centre is reached.</translation>
    </message>
    <message>
        <source>Äldre anteckningar hämtas…</source>
        <translation>Older notes are being fetched…</translation>
    </message>
</context>
<context>
    <name>PastNote</name>
    <message>
        <source>Osignerad</source>
        <translation>Unsigned</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Öppna anteckningen från {at}</source>
        <translation>Open the note from {at}</translation>
    </message>
</context>
<context>
    <name>PatternDialog</name>
    <message>
        <source>Används inte längre</source>
        <translation>No longer used</translation>
    </message>
    <message>
        <source>Börjar</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>En bokstav går fortast: D, K, N.</source>
        <translation>One letter is quickest: D, K, N.</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Koden är upptagen.</source>
        <translation>The code is taken.</translation>
    </message>
    <message>
        <source>Raster och pauser</source>
        <translation>Breaks</translation>
    </message>
    <message>
        <source>Rasterna måste ligga inom passet och får inte överlappa varandra.</source>
        <translation>The breaks are not within the turn, or overlap.</translation>
    </message>
    <message>
        <source>Skift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Skriv en kod av bokstäver och siffror, högst åtta.</source>
        <translation>Write a code of letters and digits, at most eight.</translation>
    </message>
    <message>
        <source>Skriv som RAST 12:00 45, PAUS 14:15 15.</source>
        <translation>Write as RAST 12:00 45, PAUS 14:15 15.</translation>
    </message>
    <message>
        <source>Skriv tiden som 07:00.</source>
        <translation>Write the time as 07:00.</translation>
    </message>
    <message>
        <source>Skriv vad skiftet heter.</source>
        <translation>Write what the shift is called.</translation>
    </message>
    <message>
        <source>Slutar</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>Slutar det före sin början är det på nästa dag. Lika tider är ett helt dygn. Rasten är ingen arbetstid, pausen är det.</source>
        <translation>If it ends before it begins, it ends on the next day. Equal times are a whole day and night. A lunch break (RAST) is no working time, a break (PAUS) is.</translation>
    </message>
    <message>
        <source>Som RAST 12:00 45, PAUS 14:15 15, eller inga.</source>
        <translation>As RAST 12:00 45, PAUS 14:15 15, or none.</translation>
    </message>
    <message>
        <source>Vad det heter</source>
        <translation>What it is called</translation>
    </message>
</context>
<context>
    <name>PauseAdvice</name>
    <message>
        <source>Ta gärna en paus</source>
        <translation>Do take a break</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>Avliden {day}</source>
        <translation>Deceased {day}</translation>
    </message>
    <message>
        <source>Byt</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Byt patient</source>
        <translation>Change patient</translation>
    </message>
    <message>
        <source>Det finns spärrade uppgifter.</source>
        <translation>There are blocked data.</translation>
    </message>
    <message>
        <source>Numret som angavs är ett annat för samma person.</source>
        <translation>The number given is another one for the same person.</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>SKYDDADE PERSONUPPGIFTER – lämna inte ut några uppgifter</source>
        <translation>PROTECTED IDENTITY – do not disclose anything</translation>
    </message>
    <message>
        <source>Sammanslagen med: {names}</source>
        <translation>Merged with: {names}</translation>
    </message>
    <message>
        <source>Skriv inte adress, arbetsplats eller skola i anteckningen.</source>
        <translation>Do not write an address, workplace or school in the note.</translation>
    </message>
    <message>
        <source>Tolk: {language}</source>
        <translation>Interpreter: {language}</translation>
    </message>
    <message>
        <source>Uppgifter</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Vem har öppnat</source>
        <translation>Who has opened</translation>
    </message>
    <message>
        <source>Även: {numbers}</source>
        <translation>Also: {numbers}</translation>
    </message>
    <message>
        <source>Öppna spärrade</source>
        <translation>Open blocked data</translation>
    </message>
</context>
<context>
    <name>PersonWaits</name>
    <message>
        <source>I kö: {unit}, {time}</source>
        <translation>In the queue: {unit}, {time}</translation>
    </message>
    <message>
        <source>I kö: {unit}. Inget svar, rings igen {time}</source>
        <translation>In the queue: {unit}. No answer, to be called again {time}</translation>
    </message>
    <message>
        <source>I kö: {unit}. Skulle ha ringt {time}</source>
        <translation>In the queue: {unit}. Should have called {time}</translation>
    </message>
    <message>
        <source>Inget svar. Rings igen {time}</source>
        <translation>No answer. To be called again {time}</translation>
    </message>
    <message>
        <source>Vi har lovat att ringa {time}</source>
        <translation>We have promised to call {time}</translation>
    </message>
    <message>
        <source>Vi skulle ha ringt {time}</source>
        <translation>We should have called {time}</translation>
    </message>
    <message>
        <source>kl {span}</source>
        <translation>at {span}</translation>
    </message>
    <message>
        <source>{name} har lovat att ringa {time}</source>
        <translation>{name} has promised to ring {time}</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Annan enhet</source>
        <translation>Another unit</translation>
    </message>
    <message>
        <source>Att veta</source>
        <translation>To know</translation>
    </message>
    <message>
        <source>Det finns ingen ledig tid. Välj ett annat ärende eller en annan enhet.</source>
        <translation>There is no free time. Choose another matter or another unit.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Det gäller, en rad</source>
        <translation>It is about, one line</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Ge platsen</source>
        <translation>Give the place</translation>
    </message>
    <message>
        <source>Löftet ligger efter i dag, och bryter samma dag-garantin.</source>
        <translation>The promise is after today, and breaks the same-day guarantee.</translation>
    </message>
    <message>
        <source>Nummer att ringa</source>
        <translation>Number to call</translation>
    </message>
    <message>
        <source>Någon annan väntar redan i kön på samma nummer: {time}.</source>
        <translation>Somebody else waits in the queue already at the same number: {time}.</translation>
    </message>
    <message>
        <source>Patienten väntade redan i kön. Platsen är en, och den tidigaste gäller.</source>
        <translation>The patient was waiting in the queue already. It is one place, and the earliest holds.</translation>
    </message>
    <message>
        <source>Patienten väntar redan i kön: {time}. Det blir en plats, och den tidigaste gäller.</source>
        <translation>The patient is waiting in the queue already: {time}. It will be one place, and the earliest holds.</translation>
    </message>
    <message>
        <source>Plats i enhetens återuppringning</source>
        <translation>Place in the unit&apos;s call-back queue</translation>
    </message>
    <message>
        <source>Platsen är given</source>
        <translation>The place is given</translation>
    </message>
    <message>
        <source>På {number}.</source>
        <translation>At {number}.</translation>
    </message>
    <message>
        <source>Samma dag-garantin: patienten ska få kontakt i dag. Den här tiden är en annan dag.</source>
        <translation>The same-day guarantee: the patient is to be contacted today. This time is on another day.</translation>
    </message>
    <message>
        <source>Tillfälligt nummer, glöms efteråt</source>
        <translation>Temporary number, forgotten afterwards</translation>
    </message>
    <message>
        <source>Tolkspråk, om tolk behövs</source>
        <translation>Interpreter&apos;s language, if one is needed</translation>
    </message>
    <message>
        <source>Välj en enhet i listan.</source>
        <translation>Choose a unit in the list.</translation>
    </message>
    <message>
        <source>Välj enheten</source>
        <translation>Choose the unit</translation>
    </message>
    <message>
        <source>Välj vad det gäller.</source>
        <translation>Choose what it is about.</translation>
    </message>
    <message>
        <source>{unit} har ingen kö för återuppringning.</source>
        <translation>{unit} has no call-back queue.</translation>
    </message>
    <message>
        <source>Ärende hos {unit}</source>
        <translation>Matter at {unit}</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Antal platser</source>
        <translation>Number of places</translation>
    </message>
    <message>
        <source>Platser</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Platser på tiden: {places}.</source>
        <translation>Places at the time: {places}.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>{count} fler har den redan, och behåller den.</source>
        <translation>{count} more have it already, and keep it.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Kopian noteras i journalen med mottagare, tid och ditt namn.</source>
        <translation>The copy is noted in the record with recipient, time and your name.</translation>
    </message>
    <message>
        <source>Kopiera texten i stället</source>
        <translation>Copy the text instead</translation>
    </message>
    <message>
        <source>Skriv ut anteckningen</source>
        <translation>Print the note</translation>
    </message>
    <message>
        <source>Skriv vem som får utskriften.</source>
        <translation>Enter who receives the print.</translation>
    </message>
    <message>
        <source>Texten ligger i urklipp, och kopian är noterad. Klistra in den direkt.</source>
        <translation>The text is on the clipboard, and the copy is noted. Paste it at once.</translation>
    </message>
    <message>
        <source>Till exempel: Akutkliniken, eller patienten själv</source>
        <translation>For example: Akutkliniken, or the patient</translation>
    </message>
    <message>
        <source>Vem får utskriften?</source>
        <translation>Who receives the print?</translation>
    </message>
    <message>
        <source>Visa sidan</source>
        <translation>Show the page</translation>
    </message>
</context>
<context>
    <name>PriorityDialog</name>
    <message>
        <source>Den med högre prioritet rings före alla andra som passar.</source>
        <translation>Whoever has a higher priority is called before all others who fit.</translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Medicinsk prioritet</source>
        <translation>Medical priority</translation>
    </message>
    <message>
        <source>Prioritet</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Arbetsstationen kunde inte öppnas</source>
        <translation>The workstation could not be opened</translation>
    </message>
    <message>
        <source>Databasen är låst med en lösenfras.</source>
        <translation>The database is locked with a passphrase.</translation>
    </message>
    <message>
        <source>Datorn har ingen nyckelring. En lösenfras låser databasen i stället.</source>
        <translation>This computer has no keyring. A passphrase locks the database instead.</translation>
    </message>
    <message>
        <source>Lås upp databasen</source>
        <translation>Unlock the database</translation>
    </message>
    <message>
        <source>Något gick fel i programmet. Felet är antecknat med nummer {number}.</source>
        <translation>Something went wrong in the program. The error is noted with number {number}.</translation>
    </message>
</context>
<context>
    <name>PromiseDialog</name>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Det gäller, en rad</source>
        <translation>It is about, one line</translation>
    </message>
    <message>
        <source>Lova</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>Lova att ringa upp</source>
        <translation>Promise to call</translation>
    </message>
    <message>
        <source>Löftet är gett</source>
        <translation>The promise is made</translation>
    </message>
    <message>
        <source>Nummer att ringa</source>
        <translation>Number to call</translation>
    </message>
    <message>
        <source>När patienten inte ska vänta på att vi ringer. Läs upp det.</source>
        <translation>When the patient is not to wait for our call. Read it aloud.</translation>
    </message>
    <message>
        <source>När vi ringer</source>
        <translation>When we call</translation>
    </message>
    <message>
        <source>På {number}.</source>
        <translation>At {number}.</translation>
    </message>
    <message>
        <source>På {number}. Klockan står kvar tills någon har skrivit vad det blev.</source>
        <translation>At {number}. The clock stays until somebody has written what came of it.</translation>
    </message>
    <message>
        <source>Ring oss tidigare om: {criteria}</source>
        <translation>Call us sooner if: {criteria}</translation>
    </message>
    <message>
        <source>Ring tidigare om</source>
        <translation>Call sooner if</translation>
    </message>
    <message>
        <source>Skriv när patienten ska ringa tidigare än så.</source>
        <translation>Write when the patient is to call sooner than that.</translation>
    </message>
    <message>
        <source>Skriv tiden som 21:00 eller {day} 21:00.</source>
        <translation>Write the time as 21:00 or {day} 21:00.</translation>
    </message>
    <message>
        <source>Som 21:00 eller {day} 21:00.</source>
        <translation>Such as 21:00 or {day} 21:00.</translation>
    </message>
    <message>
        <source>Tillfälligt nummer, glöms efteråt</source>
        <translation>Temporary number, forgotten afterwards</translation>
    </message>
    <message>
        <source>Vad för löfte</source>
        <translation>What promise</translation>
    </message>
</context>
<context>
    <name>ProtectionDialog</name>
    <message>
        <source>Behövs när skyddet tas bort.</source>
        <translation>Needed when the protection is removed.</translation>
    </message>
    <message>
        <source>Skydd</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Skyddade personuppgifter</source>
        <translation>Protected identity</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Telefonnummer i personens samtal döljs när skyddet sätts.</source>
        <translation>Telephone numbers in the person&apos;s calls are hidden when the protection is set.</translation>
    </message>
    <message>
        <source>Varför</source>
        <translation>Why</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Alla {count} fall stämmer.</source>
        <translation>All {count} cases hold.</translation>
    </message>
    <message>
        <source>De gäller genast vid alla arbetsplatser. Äldre hänvisningar behåller sin version.</source>
        <translation>They come into force at once at every workstation. Older referrals keep their version.</translation>
    </message>
    <message>
        <source>Det här ändras</source>
        <translation>This changes</translation>
    </message>
    <message>
        <source>Ingenting ändras.</source>
        <translation>Nothing changes.</translation>
    </message>
    <message>
        <source>Publicera</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Publicera reglerna?</source>
        <translation>Publish the rules?</translation>
    </message>
    <message>
        <source>Reglerna gäller nu.</source>
        <translation>The rules are now in force.</translation>
    </message>
    <message>
        <source>Stämmer inte</source>
        <translation>Does not hold</translation>
    </message>
    <message>
        <source>{failing} av {count} fall stämmer inte.</source>
        <translation>{failing} of {count} cases do not hold.</translation>
    </message>
</context>
<context>
    <name>PutOffDialog</name>
    <message>
        <source>Lova en annan tid</source>
        <translation>Promise another time</translation>
    </message>
    <message>
        <source>När vi ringer</source>
        <translation>When we call</translation>
    </message>
    <message>
        <source>Skriv tiden som 21:00 eller {day} 21:00.</source>
        <translation>Write the time as 21:00 or {day} 21:00.</translation>
    </message>
    <message>
        <source>Som 21:00 eller {day} 21:00.</source>
        <translation>Such as 21:00 or {day} 21:00.</translation>
    </message>
</context>
<context>
    <name>QualityLists</name>
    <message>
        <source>Antal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Att granska</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>Att läsa</source>
        <translation>To read</translation>
    </message>
    <message>
        <source>Av</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Av alla</source>
        <translation>Of all</translation>
    </message>
    <message>
        <source>Avsteg</source>
        <translation>Deviation</translation>
    </message>
    <message>
        <source>Det du har sagt om innehållet, och vad det blev av det.</source>
        <translation>What you have said about the content, and what came of it.</translation>
    </message>
    <message>
        <source>Det som sagts om innehållet, till den som äger det. Enter öppnar och svarar.</source>
        <translation>What has been said about the content, to whoever owns it. Enter opens and answers.</translation>
    </message>
    <message>
        <source>Du har inte lämnat någon återkoppling</source>
        <translation>You have given no feedback</translation>
    </message>
    <message>
        <source>Genomgångar</source>
        <translation>Call reviews</translation>
    </message>
    <message>
        <source>Genomgångar av dina egna samtal. Enter öppnar; säg till när du har läst.</source>
        <translation>Reviews of your own calls. Enter opens; say when you have read.</translation>
    </message>
    <message>
        <source>Genomgångar läses av den som hade samtalet och av ledningen, av ingen annan.</source>
        <translation>Reviews are read by whoever had the call and by those who lead, by nobody else.</translation>
    </message>
    <message>
        <source>Går igenom</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>Hade samtalet</source>
        <translation>Had the call</translation>
    </message>
    <message>
        <source>Hur ofta man valde annat än reglerna de senaste 90 dagarna. Ingen nämns.</source>
        <translation>How often something other than the rules was chosen in the last 90 days. Nobody is named.</translation>
    </message>
    <message>
        <source>Inga avsteg från reglerna på 90 dagar</source>
        <translation>No deviations from the rules in 90 days</translation>
    </message>
    <message>
        <source>Inga genomgångna samtal</source>
        <translation>No calls reviewed</translation>
    </message>
    <message>
        <source>Ingen återkoppling</source>
        <translation>No feedback</translation>
    </message>
    <message>
        <source>Inget av dina samtal är genomgånget</source>
        <translation>None of your calls has been reviewed</translation>
    </message>
    <message>
        <source>Inget innehåll väntar på granskning</source>
        <translation>No content is waiting for review</translation>
    </message>
    <message>
        <source>Inte skriven</source>
        <translation>Not written</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Läst</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Min återkoppling</source>
        <translation>My feedback</translation>
    </message>
    <message>
        <source>Mina samtal</source>
        <translation>My calls</translation>
    </message>
    <message>
        <source>Påbörjad</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>Regler</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Samtalet</source>
        <translation>The call</translation>
    </message>
    <message>
        <source>Senast</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>Skickad</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Stöd, regler, fraser och kort vars granskning är försenad eller nära, och det som väntar på att fastställas.</source>
        <translation>Support, rules, snippets and cards whose review is overdue or near, and what is waiting for approval.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Utan regler</source>
        <translation>Without rules</translation>
    </message>
    <message>
        <source>Utgåva {n}</source>
        <translation>Edition {n}</translation>
    </message>
    <message>
        <source>Vad som sägs</source>
        <translation>What is said</translation>
    </message>
    <message>
        <source>Valde i stället</source>
        <translation>Chose instead</translation>
    </message>
    <message>
        <source>Ägare</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Återkoppling</source>
        <translation>Feedback</translation>
    </message>
</context>
<context>
    <name>QualityView</name>
    <message>
        <source>Dra samtal</source>
        <translation>Draw calls</translation>
    </message>
    <message>
        <source>Urval för bedömning</source>
        <translation>Samples to assess</translation>
    </message>
    <message>
        <source>Vilken lista</source>
        <translation>Which list</translation>
    </message>
    <message>
        <source>Återkoppla</source>
        <translation>Give feedback</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>QueueChoice</name>
    <message>
        <source>Alla köer</source>
        <translation>All queues</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
</context>
<context>
    <name>QueueEditDialog</name>
    <message>
        <source>0: bara i dag.</source>
        <translation>0: today only.</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Dagar framåt</source>
        <translation>Days ahead</translation>
    </message>
    <message>
        <source>De som redan har en plats behåller den, vad som än ändras.</source>
        <translation>Those who have a place already keep it, whatever is changed.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Lägg till</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Lägg till ett pass</source>
        <translation>Add a session</translation>
    </message>
    <message>
        <source>Minuter</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Ny kö</source>
        <translation>New queue</translation>
    </message>
    <message>
        <source>Pass i veckan</source>
        <translation>Sessions of the week</translation>
    </message>
    <message>
        <source>Platser</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Samma dag-garantin gäller här</source>
        <translation>The same-day guarantee holds here</translation>
    </message>
    <message>
        <source>Skriv ett tal från {least} till {most}.</source>
        <translation>Write a number from {least} to {most}.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Välj en enhet i listan.</source>
        <translation>Choose a unit in the list.</translation>
    </message>
    <message>
        <source>Ändra kön</source>
        <translation>Change the queue</translation>
    </message>
    <message>
        <source>Ärende</source>
        <translation>Matter</translation>
    </message>
</context>
<context>
    <name>QueuesDialog</name>
    <message>
        <source>Antal platser</source>
        <translation>Number of places</translation>
    </message>
    <message>
        <source>Avsluta kön</source>
        <translation>End the queue</translation>
    </message>
    <message>
        <source>Avsluta kön?</source>
        <translation>End the queue?</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Dagar framåt</source>
        <translation>Days ahead</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Enheternas köer för återuppringning</source>
        <translation>The units&apos; call-back queues</translation>
    </message>
    <message>
        <source>Inga köer</source>
        <translation>No queues</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Köer</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>Kön är sparad.</source>
        <translation>The queue is saved.</translation>
    </message>
    <message>
        <source>Köns tider</source>
        <translation>The queue&apos;s times</translation>
    </message>
    <message>
        <source>Ledigt</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Lägg till en kö för en enhet.</source>
        <translation>Add a queue for a unit.</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ny kö</source>
        <translation>New queue</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Placerade</source>
        <translation>Placed</translation>
    </message>
    <message>
        <source>Platser</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Samma dag</source>
        <translation>Same day</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Stäng tiden</source>
        <translation>Close the time</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Välj en kö för att se dess tider</source>
        <translation>Choose a queue to see its times</translation>
    </message>
    <message>
        <source>{days} {start}–{end} ({places} per {interval} min)</source>
        <translation>{days} {start}–{end} ({places} per {interval} min)</translation>
    </message>
    <message>
        <source>{unit}, {category}. De som har en plats blir uppringda som lovat.</source>
        <translation>{unit}, {category}. Those who have a place are called as promised.</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ärende</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>Öppna tiden</source>
        <translation>Open the time</translation>
    </message>
</context>
<context>
    <name>RadarView</name>
    <message>
        <source>Har hört av sig nyligen</source>
        <translation>Has been in touch recently</translation>
    </message>
    <message>
        <source>Senast {time}.</source>
        <translation>Latest {time}.</translation>
    </message>
    <message>
        <source>Skulle återkomma om: {sign}</source>
        <translation>Was to call back if: {sign}</translation>
    </message>
    <message>
        <source>{count} på {span}</source>
        <translation>{count} in {span}</translation>
    </message>
    <message>
        <source>{reason}, {count} gånger på 72 timmar</source>
        <translation>{reason}, {count} times in 72 hours</translation>
    </message>
</context>
<context>
    <name>ReadBackDialog</name>
    <message>
        <source>Brådskande</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Det stämmer, spara</source>
        <translation>It is right, save</translation>
    </message>
    <message>
        <source>Från {name}</source>
        <translation>From {name}</translation>
    </message>
    <message>
        <source>Läs upp och fråga: stämmer det?</source>
        <translation>Read aloud and ask: is it right?</translation>
    </message>
    <message>
        <source>Ring upp {number}</source>
        <translation>Call {number}</translation>
    </message>
    <message>
        <source>Spara utan att läsa upp</source>
        <translation>Save without reading aloud</translation>
    </message>
    <message>
        <source>Till {name}</source>
        <translation>To {name}</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>ReceiverPart</name>
    <message>
        <source>Byt mottagare</source>
        <translation>Change receiver</translation>
    </message>
    <message>
        <source>Ingen passar</source>
        <translation>Nobody fits</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Personer och enheter</source>
        <translation>People and units</translation>
    </message>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Write a part of the name</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Till {name}</source>
        <translation>To {name}</translation>
    </message>
    <message>
        <source>Titel och plats</source>
        <translation>Title and place</translation>
    </message>
</context>
<context>
    <name>RecoveredSlot</name>
    <message>
        <source>Återställd text, inte sparad. Anteckningen har en nyare version.</source>
        <translation>Restored text, not saved. The note has a newer version.</translation>
    </message>
</context>
<context>
    <name>RecoveredText</name>
    <message>
        <source>Infoga i anteckningen</source>
        <translation>Insert into the note</translation>
    </message>
    <message>
        <source>Ta bort den återställda texten</source>
        <translation>Remove the restored text</translation>
    </message>
</context>
<context>
    <name>RedFlagPanel</name>
    <message>
        <source>Dölj: {sign}</source>
        <translation>Hide: {sign}</translation>
    </message>
    <message>
        <source>Larma 112</source>
        <translation>Call 112</translation>
    </message>
    <message>
        <source>Varningstecken</source>
        <translation>Warning signs</translation>
    </message>
    <message>
        <source>Varningstecken i texten</source>
        <translation>Warning signs in the text</translation>
    </message>
    <message>
        <source>{count} tecken till i texten.</source>
        <translation>{count} more signs in the text.</translation>
    </message>
    <message>
        <source>{sign} – i texten: {words}</source>
        <translation>{sign} – in the text: {words}</translation>
    </message>
</context>
<context>
    <name>RedirectDialog</name>
    <message>
        <source>Alla arbetsplatser ser det genast, och enheten föreslås inte så länge det gäller.</source>
        <translation>Every workstation sees it at once, and the unit is not suggested while it is in force.</translation>
    </message>
    <message>
        <source>Den tiden har redan varit.</source>
        <translation>That time has already passed.</translation>
    </message>
    <message>
        <source>Gäller till</source>
        <translation>In force until</translation>
    </message>
    <message>
        <source>Omdirigera</source>
        <translation>Redirect</translation>
    </message>
    <message>
        <source>Omdirigera {unit}</source>
        <translation>Redirect {unit}</translation>
    </message>
    <message>
        <source>Skicka i stället</source>
        <translation>Send instead</translation>
    </message>
    <message>
        <source>Skriv tiden som 18:00 eller {day} 18:00.</source>
        <translation>Write the time as 18:00 or {day} 18:00.</translation>
    </message>
    <message>
        <source>Skriv varför.</source>
        <translation>Say why.</translation>
    </message>
    <message>
        <source>Skäl</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Som 18:00 eller {day} 18:00. Tomt: tills du häver det.</source>
        <translation>Like 18:00 or {day} 18:00. Empty: until you lift it.</translation>
    </message>
    <message>
        <source>Sök och välj en enhet, eller välj ingen.</source>
        <translation>Search for a unit and choose it, or choose none.</translation>
    </message>
    <message>
        <source>Till en annan enhet</source>
        <translation>To another unit</translation>
    </message>
    <message>
        <source>Till enheten</source>
        <translation>To the unit</translation>
    </message>
    <message>
        <source>Till ingen</source>
        <translation>To none</translation>
    </message>
</context>
<context>
    <name>ReferralPaperDialog</name>
    <message>
        <source>Sidan noteras i journalen med mottagare, tid och ditt namn.</source>
        <translation>The page is noted in the record with recipient, time and your name.</translation>
    </message>
    <message>
        <source>Skriv ut till mottagaren</source>
        <translation>Print for the receiver</translation>
    </message>
    <message>
        <source>Skriv vem som får sidan.</source>
        <translation>Enter who receives the page.</translation>
    </message>
    <message>
        <source>Vem får sidan?</source>
        <translation>Who receives the page?</translation>
    </message>
    <message>
        <source>Visa sidan</source>
        <translation>Show the page</translation>
    </message>
</context>
<context>
    <name>ReferralsPage</name>
    <message>
        <source>Bara du ser listan, och ingen patient nämns i den.</source>
        <translation>Only you see the list, and no patient is named in it.</translation>
    </message>
    <message>
        <source>Bokad tid</source>
        <translation>Booked time</translation>
    </message>
    <message>
        <source>Hur bråttom</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>Hänvisad</source>
        <translation>Referred</translation>
    </message>
    <message>
        <source>Här ser du själv vad det blev av dem som du har hänvisat.</source>
        <translation>Here you see for yourself what became of those you have referred.</translation>
    </message>
    <message>
        <source>Inga hänvisningar den här veckan</source>
        <translation>No referrals this week</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mina hänvisningar</source>
        <translation>My referrals</translation>
    </message>
    <message>
        <source>Vart</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>Veckan efter</source>
        <translation>The week after</translation>
    </message>
    <message>
        <source>Veckan före</source>
        <translation>The week before</translation>
    </message>
    <message>
        <source>{state}: {count}</source>
        <translation>{state}: {count}</translation>
    </message>
    <message>
        <source>Öppna anteckningen</source>
        <translation>Open the note</translation>
    </message>
    <message>
        <source>Överlämnad till</source>
        <translation>Handed over to</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>Efternamn</source>
        <translation>Family name</translation>
    </message>
    <message>
        <source>Förnamn</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>Kan redan finnas: {people}</source>
        <translation>May exist already: {people}</translation>
    </message>
    <message>
        <source>Numret finns inte här. Stämmer det?</source>
        <translation>The number is not known here. Is it right?</translation>
    </message>
    <message>
        <source>Ny person</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Registrera</source>
        <translation>Register</translation>
    </message>
</context>
<context>
    <name>RelationDialog</name>
    <message>
        <source>Annan enhet</source>
        <translation>Other unit</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Hur de hör ihop</source>
        <translation>How they belong together</translation>
    </message>
    <message>
        <source>Klart</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Sök och välj en enhet.</source>
        <translation>Search for a unit and choose it.</translation>
    </message>
</context>
<context>
    <name>RemovalPart</name>
    <message>
        <source>Centralen vill ta bort {count} av {size} uppgifter här som hör till {whose}. Inget är borttaget.</source>
        <translation>The centre wants to remove {count} of {size} rows here that belong to {whose}. Nothing has been removed.</translation>
    </message>
    <message>
        <source>En administratör kan tillåta det här.</source>
        <translation>An administrator can allow this.</translation>
    </message>
    <message>
        <source>Låt {count} uppgifter tas bort</source>
        <translation>Let {count} rows be removed</translation>
    </message>
    <message>
        <source>Tillåt en gång</source>
        <translation>Allow once</translation>
    </message>
    <message>
        <source>Tillåtet, en gång. Det sker inom en minut.</source>
        <translation>Allowed, once. It happens within a minute.</translation>
    </message>
    <message>
        <source>det gemensamma (användare, enheter, fraser)</source>
        <translation>what all share (users, units, snippets)</translation>
    </message>
    <message>
        <source>en användare</source>
        <translation>a user</translation>
    </message>
    <message>
        <source>vårdenheten {unit}</source>
        <translation>the care unit {unit}</translation>
    </message>
</context>
<context>
    <name>ReopenDialog</name>
    <message>
        <source>Skriv varför det öppnas igen.</source>
        <translation>Write why it is reopened.</translation>
    </message>
    <message>
        <source>Varför</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Ärendet är öppet igen.</source>
        <translation>The case is open again.</translation>
    </message>
    <message>
        <source>Öppna igen</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Öppna ärendet igen</source>
        <translation>Open the case again</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Enheten föreslås igen, med det kort den har.</source>
        <translation>The unit is suggested again, with the card it has.</translation>
    </message>
    <message>
        <source>Ta i bruk</source>
        <translation>Put into use</translation>
    </message>
    <message>
        <source>Ta {unit} i bruk igen?</source>
        <translation>Put {unit} back into use?</translation>
    </message>
</context>
<context>
    <name>ResumeDialog</name>
    <message>
        <source>Gå vidare</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Klockan för svaret går igen.</source>
        <translation>The clock of the answer is running again.</translation>
    </message>
    <message>
        <source>Klockan går igen.</source>
        <translation>The clock is running again.</translation>
    </message>
    <message>
        <source>Svar på motfrågan har kommit</source>
        <translation>The counter-question has been answered</translation>
    </message>
    <message>
        <source>Vad svaret var</source>
        <translation>What the answer was</translation>
    </message>
</context>
<context>
    <name>RetireDialog</name>
    <message>
        <source>En annan enhet har tagit över</source>
        <translation>Another unit has taken over</translation>
    </message>
    <message>
        <source>Ersätts av</source>
        <translation>Replaced by</translation>
    </message>
    <message>
        <source>Ingen hänvisas dit längre. Kortet och det som redan är skrivet om enheten står kvar, och den kan tas i bruk igen.</source>
        <translation>Nobody is referred there any longer. The card and what is already written about the unit remain, and it can be put back into use.</translation>
    </message>
    <message>
        <source>Sök och välj den enhet som har tagit över.</source>
        <translation>Search for the unit that has taken over and choose it.</translation>
    </message>
    <message>
        <source>Ta ur bruk</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Ta {unit} ur bruk?</source>
        <translation>Retire {unit}?</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Allt är inte besvarat.</source>
        <translation>Not everything is answered.</translation>
    </message>
    <message>
        <source>Draget av slumpen.</source>
        <translation>Drawn at random.</translation>
    </message>
    <message>
        <source>För att lära, inte för att betygsätta. Ni två och ledningen ser det.</source>
        <translation>To learn, not to grade. The two of you and those who lead see it.</translation>
    </message>
    <message>
        <source>Genomgång av samtalet</source>
        <translation>Review of the call</translation>
    </message>
    <message>
        <source>Genomgången</source>
        <translation>The review</translation>
    </message>
    <message>
        <source>Genomgången kan inte visas.</source>
        <translation>The review cannot be shown.</translation>
    </message>
    <message>
        <source>Genomgången är läst.</source>
        <translation>The review is read.</translation>
    </message>
    <message>
        <source>Genomgången är sparad.</source>
        <translation>The review is saved.</translation>
    </message>
    <message>
        <source>Gå igenom ett samtal</source>
        <translation>Go through a call</translation>
    </message>
    <message>
        <source>Inte besvarad</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>Jag har läst</source>
        <translation>I have read it</translation>
    </message>
    <message>
        <source>Kommentar från den som går igenom</source>
        <translation>Comment from whoever reviews</translation>
    </message>
    <message>
        <source>Läs anteckningen</source>
        <translation>Read the note</translation>
    </message>
    <message>
        <source>När du sparar kan {operator} läsa genomgången.</source>
        <translation>When you save, {operator} can read the review.</translation>
    </message>
    <message>
        <source>Samtalet finns inte kvar här.</source>
        <translation>The call is no longer here.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Svar från den som hade samtalet</source>
        <translation>Answer from whoever had the call</translation>
    </message>
    <message>
        <source>{at}, kö {queue}. Väntade {waited}, varade {talked}.</source>
        <translation>{at}, queue {queue}. Waited {waited}, lasted {talked}.</translation>
    </message>
    <message>
        <source>{count} av {of} frågor är inte besvarade. Spara en gång till om {operator} ska läsa genomgången som den är.</source>
        <translation>{count} of {of} questions are not answered. Save once more if {operator} is to read the review as it is.</translation>
    </message>
    <message>
        <source>{operator} hade samtalet, {reviewer} går igenom det.</source>
        <translation>{operator} had the call, {reviewer} is going through it.</translation>
    </message>
</context>
<context>
    <name>ReviewDrawDialog</name>
    <message>
        <source>Alla</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Antal samtal</source>
        <translation>Number of calls</translation>
    </message>
    <message>
        <source>Dra</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>Dra samtal att gå igenom</source>
        <translation>Draw calls to go through</translation>
    </message>
    <message>
        <source>Inget samtal att dra under den perioden.</source>
        <translation>No call to draw in that period.</translation>
    </message>
    <message>
        <source>Perioden får vara högst 31 dagar.</source>
        <translation>The period may be at most 31 days.</translation>
    </message>
    <message>
        <source>Samtalen väljs av slumpen bland besvarade och avslutade, aldrig dina egna. Samtal som redan är genomgångna kommer inte med.</source>
        <translation>The calls are chosen at random among those answered and ended, never your own. Calls that have been reviewed already are left out.</translation>
    </message>
    <message>
        <source>Skriv ett antal från 1 till {most}.</source>
        <translation>Write a number from 1 to {most}.</translation>
    </message>
    <message>
        <source>Vems samtal</source>
        <translation>Whose calls</translation>
    </message>
    <message>
        <source>{count} samtal att gå igenom.</source>
        <translation>Calls to go through: {count}.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Alla stickprov</source>
        <translation>All samples</translation>
    </message>
    <message>
        <source>Bedöm</source>
        <translation>Assess</translation>
    </message>
    <message>
        <source>Dra ett stickprov ur periodens åtkomster och bedöm dem en och en.</source>
        <translation>Draw a sample from the accesses of the period and assess them one by one.</translation>
    </message>
    <message>
        <source>Dra stickprov</source>
        <translation>Draw a sample</translation>
    </message>
    <message>
        <source>Egna åtkomster visas inte. Att du ser listan är självt loggat.</source>
        <translation>Your own accesses are not shown. That you see the list is itself logged.</translation>
    </message>
    <message>
        <source>En person</source>
        <translation>One person</translation>
    </message>
    <message>
        <source>Inga stickprov än</source>
        <translation>No samples yet</translation>
    </message>
    <message>
        <source>Inga åtkomster att granska finns här.</source>
        <translation>There are no accesses to review here.</translation>
    </message>
    <message>
        <source>Ingen annan har öppnat något under perioden.</source>
        <translation>Nobody else has opened anything during the period.</translation>
    </message>
    <message>
        <source>Inget att visa</source>
        <translation>Nothing to show</translation>
    </message>
    <message>
        <source>Loggranskning</source>
        <translation>Log review</translation>
    </message>
    <message>
        <source>Mönster</source>
        <translation>Patterns</translation>
    </message>
    <message>
        <source>Nödöppningar väntar på granskning.</source>
        <translation>Emergency openings are waiting for review.</translation>
    </message>
    <message>
        <source>Ogranskade nödöppningar äldre än ett dygn: {count}. De står överst, oavsett period.</source>
        <translation>Emergency openings not reviewed within a day: {count}. They come first, whatever the period.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Personnummer eller reservnummer</source>
        <translation>Personal identity or reserve number</translation>
    </message>
    <message>
        <source>Rapport till patienten</source>
        <translation>Report to the patient</translation>
    </message>
    <message>
        <source>Senaste dygnet</source>
        <translation>The last 24 hours</translation>
    </message>
    <message>
        <source>Senaste {n} dygnen</source>
        <translation>The last {n} days</translation>
    </message>
    <message>
        <source>Skyddad uppgift. Egna åtkomster visas inte. Att du ser listan är självt loggat.</source>
        <translation>Protected. Your own accesses are not shown. That you see the list is itself logged.</translation>
    </message>
    <message>
        <source>Stickprov</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>Vad som granskas</source>
        <translation>What is reviewed</translation>
    </message>
    <message>
        <source>Visa</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>{count} äldre åtkomster visas inte. Välj en kortare period.</source>
        <translation>{count} older accesses are not shown. Choose a shorter period.</translation>
    </message>
    <message>
        <source>Åtkomster</source>
        <translation>Accesses</translation>
    </message>
</context>
<context>
    <name>ReviewsToRead</name>
    <message>
        <source>Genomgångar att läsa: {count}</source>
        <translation>Reviews to read: {count}</translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>Häv spärren</source>
        <translation>Lift the block</translation>
    </message>
    <message>
        <source>Patienten vill inte längre ha spärren. Den finns kvar i historiken.</source>
        <translation>The patient no longer wants the block. It remains in the history.</translation>
    </message>
    <message>
        <source>Varför hävs spärren?</source>
        <translation>Why is the block lifted?</translation>
    </message>
</context>
<context>
    <name>RewriteDialog</name>
    <message>
        <source>Den signerade texten finns kvar. Rättelsen blir en ny version med tid och namn.</source>
        <translation>The signed text remains. The correction is a new version with time and name.</translation>
    </message>
    <message>
        <source>Ingenting är ändrat.</source>
        <translation>Nothing has been changed.</translation>
    </message>
    <message>
        <source>Rätta anteckningen</source>
        <translation>Correct the note</translation>
    </message>
    <message>
        <source>Skriv varför anteckningen rättas.</source>
        <translation>Say why the note is corrected.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Texten blir en ny version. Den förra finns kvar.</source>
        <translation>The text becomes a new version. The previous one is kept.</translation>
    </message>
    <message>
        <source>Texten är inte sparad. Tryck Esc igen om den ska kastas.</source>
        <translation>The text is not saved. Press Esc again to discard it.</translation>
    </message>
    <message>
        <source>Varför rättas anteckningen?</source>
        <translation>Why is the note corrected?</translation>
    </message>
    <message>
        <source>Ändra anteckningen</source>
        <translation>Change the note</translation>
    </message>
</context>
<context>
    <name>Ribbon</name>
    <message>
        <source>Alla tre</source>
        <translation>All three</translation>
    </message>
    <message>
        <source>Det ringer</source>
        <translation>It is ringing</translation>
    </message>
    <message>
        <source>Det ringer hos {name}</source>
        <translation>Ringing at {name}</translation>
    </message>
    <message>
        <source>Det ringer: kopplat till dig</source>
        <translation>It is ringing: connected to you</translation>
    </message>
    <message>
        <source>Det sägs till när linjen blir ledig.</source>
        <translation>You are told when the line is free.</translation>
    </message>
    <message>
        <source>Du talar med båda: {name} och inringaren</source>
        <translation>You are talking with both: {name} and the caller</translation>
    </message>
    <message>
        <source>Du talar med inringaren</source>
        <translation>You are talking with the caller</translation>
    </message>
    <message>
        <source>Du talar med {name}</source>
        <translation>You are talking with {name}</translation>
    </message>
    <message>
        <source>Enter lämnar dem ensamma.</source>
        <translation>Enter leaves the two alone.</translation>
    </message>
    <message>
        <source>Enter ringer upp den som är vald.</source>
        <translation>Enter calls the chosen one.</translation>
    </message>
    <message>
        <source>Enter visar numret, så att du kan koppla för hand.</source>
        <translation>Enter shows the number, so that you can connect by hand.</translation>
    </message>
    <message>
        <source>Fråga först</source>
        <translation>Ask first</translation>
    </message>
    <message>
        <source>Följer med: {brief}</source>
        <translation>Goes along: {brief}</translation>
    </message>
    <message>
        <source>Inget samtal att koppla</source>
        <translation>No call to transfer</translation>
    </message>
    <message>
        <source>Inringaren väntar på {name}</source>
        <translation>The caller is waiting for {name}</translation>
    </message>
    <message>
        <source>Inringaren väntar.</source>
        <translation>The caller is waiting.</translation>
    </message>
    <message>
        <source>Inringaren väntar. Enter kopplar ihop dem.</source>
        <translation>The caller is waiting. Enter connects them.</translation>
    </message>
    <message>
        <source>Inringaren väntar. Enter på tomt sökfält kopplar.</source>
        <translation>The caller is waiting. Enter in an empty search field connects.</translation>
    </message>
    <message>
        <source>Kom tillbaka från {name}: {why}</source>
        <translation>Came back from {name}: {why}</translation>
    </message>
    <message>
        <source>Kommer tillbaka från {name}: {why}</source>
        <translation>Coming back from {name}: {why}</translation>
    </message>
    <message>
        <source>Koppla</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Koppla ihop</source>
        <translation>Connect them</translation>
    </message>
    <message>
        <source>Kopplar</source>
        <translation>Transferring</translation>
    </message>
    <message>
        <source>Kopplat till dig</source>
        <translation>Connected to you</translation>
    </message>
    <message>
        <source>Nu ledig: {name}</source>
        <translation>Free now: {name}</translation>
    </message>
    <message>
        <source>Nästa samtal</source>
        <translation>Next call</translation>
    </message>
    <message>
        <source>Röstbrevlåda</source>
        <translation>Voicemail</translation>
    </message>
    <message>
        <source>Samtal: {number}</source>
        <translation>Call: {number}</translation>
    </message>
    <message>
        <source>Samtalet som kopplas</source>
        <translation>The call being transferred</translation>
    </message>
    <message>
        <source>Samtalet styrs på telefonen</source>
        <translation>The call is steered on the telephone</translation>
    </message>
    <message>
        <source>Släpp</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Svara först, och sök sedan.</source>
        <translation>Answer first, and search then.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Vänta</source>
        <translation>Wait</translation>
    </message>
    <message>
        <source>Växla</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>{name} väntar. Enter kopplar ihop dem.</source>
        <translation>{name} is waiting. Enter connects them.</translation>
    </message>
</context>
<context>
    <name>RoleBoxes</name>
    <message>
        <source>Roller</source>
        <translation>Roles</translation>
    </message>
</context>
<context>
    <name>RolesDialog</name>
    <message>
        <source>Rollerna gäller från nästa inloggning.</source>
        <translation>The roles apply from the next sign-in.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ändra roller</source>
        <translation>Change roles</translation>
    </message>
</context>
<context>
    <name>RoomsPart</name>
    <message>
        <source>Boka för patienten på kortet</source>
        <translation>Book for the patient on the card</translation>
    </message>
    <message>
        <source>Börjar om</source>
        <translation>Begins in</translation>
    </message>
    <message>
        <source>De {count} första visas.</source>
        <translation>The first {count} are shown.</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Enhet, tidstyp eller vem man träffar</source>
        <translation>Unit, kind of time or whom one meets</translation>
    </message>
    <message>
        <source>Enheten har inga tider</source>
        <translation>The unit has no times</translation>
    </message>
    <message>
        <source>Hos</source>
        <translation>With</translation>
    </message>
    <message>
        <source>Hur långt</source>
        <translation>How far</translation>
    </message>
    <message>
        <source>Här visas lediga tider som börjar inom tre dygn.</source>
        <translation>Free times that begin within three days are shown here.</translation>
    </message>
    <message>
        <source>Inga lediga tider</source>
        <translation>No free times</translation>
    </message>
    <message>
        <source>Inga tider med kort varsel</source>
        <translation>No times on short notice</translation>
    </message>
    <message>
        <source>Lediga tider</source>
        <translation>Free times</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Platser</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>På den tiden finns ingen ledig plats.</source>
        <translation>There is no free place at that time.</translation>
    </message>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Write a part of the name</translation>
    </message>
    <message>
        <source>Sök bland tiderna</source>
        <translation>Search among the times</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Tider med kort varsel</source>
        <translation>Times on short notice</translation>
    </message>
    <message>
        <source>Tider: {count}</source>
        <translation>Times: {count}</translation>
    </message>
    <message>
        <source>Tidstyp</source>
        <translation>Kind of time</translation>
    </message>
    <message>
        <source>Välj en enhet</source>
        <translation>Choose a unit</translation>
    </message>
    <message>
        <source>Välj en längre tid, eller en annan enhet.</source>
        <translation>Choose a longer time, or another unit.</translation>
    </message>
    <message>
        <source>{count} dagar framåt</source>
        <translation>{count} days ahead</translation>
    </message>
</context>
<context>
    <name>RosterDialog</name>
    <message>
        <source>Ersättare</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>Från</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Funktion</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>Ingen står i jourlistan</source>
        <translation>Nobody is on the on-call roster</translation>
    </message>
    <message>
        <source>Jourlistan</source>
        <translation>The on-call roster</translation>
    </message>
    <message>
        <source>Jourlistan, de närmaste fjorton dagarna</source>
        <translation>The on-call roster, the next fourteen days</translation>
    </message>
    <message>
        <source>Lägg till det första passet.</source>
        <translation>Add the first turn on call.</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Nytt pass</source>
        <translation>New turn on call</translation>
    </message>
    <message>
        <source>Ordning</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ta bort</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Ta bort passet?</source>
        <translation>Remove the turn on call?</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>{function}, {start}–{end}.</source>
        <translation>{function}, {start}–{end}.</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>RosterGrid</name>
    <message>
        <source>Piltangenter går mellan dagar och personer.</source>
        <translation>Arrow keys go between days and people.</translation>
    </message>
    <message>
        <source>Schemat</source>
        <translation>The roster</translation>
    </message>
</context>
<context>
    <name>RosterImportDialog</name>
    <message>
        <source>Alla filer (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>En CSV-fil med rubrikerna datum, användare, pass, roll, börjar, slutar, raster och anmärkning. Datum och användare behövs, och pass eller tider.</source>
        <translation>A CSV file with the headings date, user, shift, role, starts, ends, breaks and comment. Date and user are needed, and shift or times.</translation>
    </message>
    <message>
        <source>Filen är hela schemat för sina dagar och roller</source>
        <translation>The file is the whole roster for its days and roles</translation>
    </message>
    <message>
        <source>Ingen fil är vald.</source>
        <translation>No file is chosen.</translation>
    </message>
    <message>
        <source>Inget läses in. Fel: {faults}. Rätta filen och välj den igen.</source>
        <translation>Nothing is read in. Faults: {faults}. Correct the file and choose it again.</translation>
    </message>
    <message>
        <source>Läs in</source>
        <translation>Read in</translation>
    </message>
    <message>
        <source>Läs in schema</source>
        <translation>Read in a roster</translation>
    </message>
    <message>
        <source>Rader med fel</source>
        <translation>Rows with faults</translation>
    </message>
    <message>
        <source>Schemat är inläst.</source>
        <translation>The roster is read in.</translation>
    </message>
    <message>
        <source>Textfiler (*.csv *.tsv *.txt)</source>
        <translation>Text files (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Välj en fil med pass</source>
        <translation>Choose a file of turns</translation>
    </message>
    <message>
        <source>Välj fil</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>{new} nya pass, {changed} ändras, {same} är redan lika, {gone} tas bort.</source>
        <translation>{new} new turns, {changed} to be changed, {same} the same already, {gone} to be removed.</translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>Antal pass</source>
        <translation>Number of turns</translation>
    </message>
    <message>
        <source>Arbetstid</source>
        <translation>Working time</translation>
    </message>
    <message>
        <source>Dagen</source>
        <translation>The day</translation>
    </message>
    <message>
        <source>Ensam sjuksköterska</source>
        <translation>One nurse alone</translation>
    </message>
    <message>
        <source>Ingen sjuksköterska</source>
        <translation>No nurse</translation>
    </message>
    <message>
        <source>i dag {day}</source>
        <translation>today {day}</translation>
    </message>
    <message>
        <source>inget pass</source>
        <translation>no turn</translation>
    </message>
    <message>
        <source>{name} (du)</source>
        <translation>{name} (you)</translation>
    </message>
    <message>
        <source>{name} (slutat)</source>
        <translation>{name} (has left)</translation>
    </message>
    <message>
        <source>{name}, arbetstid i veckan: {hours}</source>
        <translation>{name}, working time in the week: {hours}</translation>
    </message>
</context>
<context>
    <name>RosterTermsDialog</name>
    <message>
        <source>Aktiv rådgivning av arbetstiden.</source>
        <translation>Active advice as a share of the working time.</translation>
    </message>
    <message>
        <source>Dagar</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>De nya skiften gäller nu. Pass som redan är satta står kvar.</source>
        <translation>The new shifts are in force now. Turns that are set already stay as they are.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Det som är publicerat ändras aldrig. Nästa utgåva gäller genast.</source>
        <translation>What is published is never changed. The next edition holds at once.</translation>
    </message>
    <message>
        <source>Ett publicerat skift kan inte tas bort. Ändra det så att det inte används, och låt minst ett användas.</source>
        <translation>A shift that has been published cannot be removed. Change it so that it is not used, and leave at least one in use.</translation>
    </message>
    <message>
        <source>Inga skift än</source>
        <translation>No shifts yet</translation>
    </message>
    <message>
        <source>Inget är publicerat: det här är programmets egna, påhittade förslag.</source>
        <translation>Nothing is published: these are the program&apos;s own, invented proposals.</translation>
    </message>
    <message>
        <source>Inget är ändrat. Skriv varför det ändå ska publiceras.</source>
        <translation>Nothing is changed. Write why it shall be published all the same.</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Mellan 1 och 100.</source>
        <translation>Between 1 and 100.</translation>
    </message>
    <message>
        <source>Mellan 1 och 52.</source>
        <translation>Between 1 and 52.</translation>
    </message>
    <message>
        <source>Minst den första gränsen, högst 100.</source>
        <translation>At least the first limit, at most 100.</translation>
    </message>
    <message>
        <source>Märk över (%)</source>
        <translation>Mark above (%)</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nummer {number}, gäller nu</source>
        <translation>Number {number}, in force now</translation>
    </message>
    <message>
        <source>Nummer {number}, {at}</source>
        <translation>Number {number}, {at}</translation>
    </message>
    <message>
        <source>Nytt skift</source>
        <translation>New shift</translation>
    </message>
    <message>
        <source>Också över så många veckor</source>
        <translation>Also over this many weeks</translation>
    </message>
    <message>
        <source>Publicera</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Publicerad {at}.</source>
        <translation>Published {at}.</translation>
    </message>
    <message>
        <source>Påhittad, för demonstration.</source>
        <translation>Invented, for demonstration.</translation>
    </message>
    <message>
        <source>Raster och pauser</source>
        <translation>Breaks</translation>
    </message>
    <message>
        <source>Skift</source>
        <translation>Shifts</translation>
    </message>
    <message>
        <source>Skift, raster och gränser</source>
        <translation>Shifts, breaks and limits</translation>
    </message>
    <message>
        <source>Skriv ett heltal.</source>
        <translation>Write a whole number.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tider</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Utgåva</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Vad som är ändrat, och varför</source>
        <translation>What is changed, and why</translation>
    </message>
    <message>
        <source>Varna från (%)</source>
        <translation>Warn from (%)</translation>
    </message>
    <message>
        <source>alla</source>
        <translation>all</translation>
    </message>
    <message>
        <source>används inte</source>
        <translation>not used</translation>
    </message>
    <message>
        <source>Ändringarna är inte publicerade. Tryck Esc igen om de ska kastas.</source>
        <translation>The changes are not published. Press Esc again to throw them away.</translation>
    </message>
</context>
<context>
    <name>RosterView</name>
    <message>
        <source>Alla</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Den här veckan</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>Läs in…</source>
        <translation>Read in…</translation>
    </message>
    <message>
        <source>Nytt pass…</source>
        <translation>New turn…</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Skift och raster…</source>
        <translation>Shifts and breaks…</translation>
    </message>
    <message>
        <source>Vecka {week}, {year}: {first} – {last}</source>
        <translation>Week {week}, {year}: {first} – {last}</translation>
    </message>
    <message>
        <source>Veckan efter</source>
        <translation>The week after</translation>
    </message>
    <message>
        <source>Veckan före</source>
        <translation>The week before</translation>
    </message>
    <message>
        <source>{shift} är satt {day}.</source>
        <translation>{shift} is set on {day}.</translation>
    </message>
</context>
<context>
    <name>RoutesCard</name>
    <message>
        <source>Mottagare</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Vem ska ha det?</source>
        <translation>Who is to have it?</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Ta bort</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Ta bort ur {list}</source>
        <translation>Remove from {list}</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ändra i {list}</source>
        <translation>Change in {list}</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Bara den enhet som patienten är listad på</source>
        <translation>Only the unit that the patient is listed with</translation>
    </message>
    <message>
        <source>Dagar</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Det som lämnas tomt frågar regeln inte efter.</source>
        <translation>What is left empty the rule does not ask about.</translation>
    </message>
    <message>
        <source>Hur bråttom</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>Hänvisning</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Ingen enhet</source>
        <translation>No unit</translation>
    </message>
    <message>
        <source>Inte listad i regionen</source>
        <translation>Not listed in the region</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Klockan från</source>
        <translation>Time of day from</translation>
    </message>
    <message>
        <source>Klockan till</source>
        <translation>Time of day until</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Koder med mellanslag, till exempel FEBER.</source>
        <translation>Codes with spaces between them, such as FEBER.</translation>
    </message>
    <message>
        <source>Koder med mellanslag, till exempel U2 U3.</source>
        <translation>Codes with spaces between them, such as U2 U3.</translation>
    </message>
    <message>
        <source>Kontaktorsaker</source>
        <translation>Contact reasons</translation>
    </message>
    <message>
        <source>Listad</source>
        <translation>Listed</translation>
    </message>
    <message>
        <source>Listad i regionen</source>
        <translation>Listed in the region</translation>
    </message>
    <message>
        <source>Ordning</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Regel</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Skriv ett tal.</source>
        <translation>Enter a number.</translation>
    </message>
    <message>
        <source>Skriv hela år.</source>
        <translation>Enter whole years.</translation>
    </message>
    <message>
        <source>Skriv klockan som 08:00.</source>
        <translation>Write the time of day as 08:00.</translation>
    </message>
    <message>
        <source>Skriv klockan som 17:00.</source>
        <translation>Write the time of day as 17:00.</translation>
    </message>
    <message>
        <source>Skäl som visas</source>
        <translation>Reason that is shown</translation>
    </message>
    <message>
        <source>Spelar ingen roll</source>
        <translation>Does not matter</translation>
    </message>
    <message>
        <source>Typ av enhet</source>
        <translation>Type of unit</translation>
    </message>
    <message>
        <source>Välj en hänvisning.</source>
        <translation>Choose an outcome.</translation>
    </message>
    <message>
        <source>Ålder från</source>
        <translation>Age from</translation>
    </message>
    <message>
        <source>Ålder till och med</source>
        <translation>Age up to and including</translation>
    </message>
</context>
<context>
    <name>RulesPart</name>
    <message>
        <source>112 erbjuds ändå alltid, och enheterna utan ordning.</source>
        <translation>112 is always offered all the same, and the units in no order.</translation>
    </message>
    <message>
        <source>Den listade</source>
        <translation>The one listed with</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Det som gäller nu fortsätter att gälla.</source>
        <translation>What is in force now stays in force.</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Fall som måste stämma</source>
        <translation>Cases that must hold</translation>
    </message>
    <message>
        <source>Först</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Hur bråttom</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>Hänvisning</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Inga fall än</source>
        <translation>No cases yet</translation>
    </message>
    <message>
        <source>Inga regler än</source>
        <translation>No rules yet</translation>
    </message>
    <message>
        <source>Inga regler är publicerade</source>
        <translation>No rules have been published</translation>
    </message>
    <message>
        <source>Kasta</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Kasta utkastet</source>
        <translation>Discard the draft</translation>
    </message>
    <message>
        <source>Kasta utkastet?</source>
        <translation>Discard the draft?</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Nr</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Ny regel</source>
        <translation>New rule</translation>
    </message>
    <message>
        <source>Nytt fall</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Nytt utkast</source>
        <translation>New draft</translation>
    </message>
    <message>
        <source>När</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Prova fallen</source>
        <translation>Try the cases</translation>
    </message>
    <message>
        <source>Publicera</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Regler</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Rubrik och granskning</source>
        <translation>Title and review</translation>
    </message>
    <message>
        <source>Skäl</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Ta bort fallet</source>
        <translation>Remove the case</translation>
    </message>
    <message>
        <source>Ta bort regeln</source>
        <translation>Remove the rule</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Utfall</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>granskas senast {review}</source>
        <translation>review by {review}</translation>
    </message>
    <message>
        <source>nummer {number}</source>
        <translation>number {number}</translation>
    </message>
    <message>
        <source>publicerad {at}</source>
        <translation>published {at}</translation>
    </message>
    <message>
        <source>påhittade, för demonstration</source>
        <translation>made up, for demonstration</translation>
    </message>
    <message>
        <source>{rules} regler, {cases} fall</source>
        <translation>{rules} rules, {cases} cases</translation>
    </message>
    <message>
        <source>Ålder</source>
        <translation>Age</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>Säg till den som ringer</source>
        <translation>Say to the caller</translation>
    </message>
</context>
<context>
    <name>SampleDialog</name>
    <message>
        <source>Av</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Bedöm</source>
        <translation>Assess</translation>
    </message>
    <message>
        <source>Bedömning</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Det är ditt eget samtal. Någon annan bedömer det.</source>
        <translation>It is your own call. Somebody else assesses it.</translation>
    </message>
    <message>
        <source>Dragningen stämmer: samma frö ger samma samtal.</source>
        <translation>The drawing is right: the same seed gives the same calls.</translation>
    </message>
    <message>
        <source>Eget samtal</source>
        <translation>Own call</translation>
    </message>
    <message>
        <source>Ett urval</source>
        <translation>A sample</translation>
    </message>
    <message>
        <source>Given och rätt nivå</source>
        <translation>Given and right level</translation>
    </message>
    <message>
        <source>Hämtar urvalet</source>
        <translation>Fetching the sample</translation>
    </message>
    <message>
        <source>Kontrollera dragningen</source>
        <translation>Check the drawing</translation>
    </message>
    <message>
        <source>Nr</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Resultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Samma frö ger i dag {same} av de {drawn} samtalen: dagarna har nu {now} samtal, mot {then} när urvalet drogs.</source>
        <translation>The same seed gives {same} of the {drawn} calls today: the days have {now} calls now, against {then} when the sample was drawn.</translation>
    </message>
    <message>
        <source>Samtal</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Samtal i urvalet</source>
        <translation>Calls in the sample</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Vad som visas</source>
        <translation>What is shown</translation>
    </message>
    <message>
        <source>{title}. {drawn} av {population} samtal från {days}, frö {seed}. Draget {at} av {by}.</source>
        <translation>{title}. {drawn} of {population} calls from {days}, seed {seed}. Drawn {at} by {by}.</translation>
    </message>
</context>
<context>
    <name>SampleDrawDialog</name>
    <message>
        <source>Alla besvarade samtal som ringde under dagarna har samma chans.</source>
        <translation>All answered calls that came in during the days have the same chance.</translation>
    </message>
    <message>
        <source>Antal samtal</source>
        <translation>Number of calls</translation>
    </message>
    <message>
        <source>Benämning</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Dra</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>Dra ett urval</source>
        <translation>Draw a sample</translation>
    </message>
    <message>
        <source>Från och med</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Frö</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Högst 400.</source>
        <translation>At most 400.</translation>
    </message>
    <message>
        <source>Inget besvarat samtal ringde till kön under de dagarna.</source>
        <translation>No answered call came to the queue in those days.</translation>
    </message>
    <message>
        <source>Inget besvarat samtal ringde under de dagarna.</source>
        <translation>No answered call came in on those days.</translation>
    </message>
    <message>
        <source>Samma frö ger samma samtal igen.</source>
        <translation>The same seed gives the same calls again.</translation>
    </message>
    <message>
        <source>Sista dagen ligger före den första, eller mer än ett år efter.</source>
        <translation>The last day is before the first, or more than a year after it.</translation>
    </message>
    <message>
        <source>Skriv datumet som 2026-11-21.</source>
        <translation>Write the date as 2026-11-21.</translation>
    </message>
    <message>
        <source>Skriv ett frö: vilket ord eller tal som helst.</source>
        <translation>Write a seed: any word or number.</translation>
    </message>
    <message>
        <source>Skriv ett tal.</source>
        <translation>Write a number.</translation>
    </message>
    <message>
        <source>Till och med</source>
        <translation>Until</translation>
    </message>
</context>
<context>
    <name>SamplePaperDialog</name>
    <message>
        <source>Att sidan tas ut loggas. Den nämner ingen utom dig.</source>
        <translation>That the page is taken out is logged. It names nobody but you.</translation>
    </message>
    <message>
        <source>För spridning: små tal döljs</source>
        <translation>For distribution: small numbers are hidden</translation>
    </message>
    <message>
        <source>Urvalets resultat på papper</source>
        <translation>The sample&apos;s result on paper</translation>
    </message>
    <message>
        <source>Visa sidan</source>
        <translation>Show the page</translation>
    </message>
</context>
<context>
    <name>SampleResultView</name>
    <message>
        <source>Bedömda</source>
        <translation>Assessed</translation>
    </message>
    <message>
        <source>Efter given vårdnivå</source>
        <translation>By given level of care</translation>
    </message>
    <message>
        <source>Fel åt annat håll</source>
        <translation>Wrong in another direction</translation>
    </message>
    <message>
        <source>För hög</source>
        <translation>Too high</translation>
    </message>
    <message>
        <source>För hög nivå</source>
        <translation>Level too high</translation>
    </message>
    <message>
        <source>För låg</source>
        <translation>Too low</translation>
    </message>
    <message>
        <source>För låg nivå</source>
        <translation>Level too low</translation>
    </message>
    <message>
        <source>Given nivå</source>
        <translation>Given level</translation>
    </message>
    <message>
        <source>Given nivå mot rätt nivå</source>
        <translation>Given level against right level</translation>
    </message>
    <message>
        <source>Går inte att bedöma</source>
        <translation>Cannot be assessed</translation>
    </message>
    <message>
        <source>Inget bedömt än</source>
        <translation>Nothing assessed yet</translation>
    </message>
    <message>
        <source>Inom parentes står 95 % konfidensintervall (Wilson). Rätt, för hög och för låg nivå räknas av de rådgivningssamtal vars rätta nivå gick att bedöma.</source>
        <translation>In brackets is the 95 % confidence interval (Wilson). Right, too high and too low are counted of the advice calls whose right level could be assessed.</translation>
    </message>
    <message>
        <source>Rätt</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Rätt vårdnivå</source>
        <translation>Right level of care</translation>
    </message>
    <message>
        <source>Rådgivning</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Samtal</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>samtal</source>
        <translation>calls</translation>
    </message>
    <message>
        <source>{judged} av {drawn}; dragna ur {population} samtal</source>
        <translation>{judged} of {drawn}; drawn from {population} calls</translation>
    </message>
    <message>
        <source>Åt annat håll</source>
        <translation>Another direction</translation>
    </message>
</context>
<context>
    <name>SamplesDialog</name>
    <message>
        <source>Av</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Bedömda</source>
        <translation>Assessed</translation>
    </message>
    <message>
        <source>Dra ett nytt urval</source>
        <translation>Draw a new sample</translation>
    </message>
    <message>
        <source>Draget</source>
        <translation>Drawn</translation>
    </message>
    <message>
        <source>Inget urval är draget</source>
        <translation>No sample has been drawn</translation>
    </message>
    <message>
        <source>Samtal från</source>
        <translation>Calls from</translation>
    </message>
    <message>
        <source>Samtal väljs genom lottning. Någon annan än den som hade samtalet bedömer om vårdnivån var den rätta.</source>
        <translation>Calls are drawn by lot. Somebody other than whoever had the call assesses whether the level of care was the right one.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Urval</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>Urval för bedömning</source>
        <translation>Samples to assess</translation>
    </message>
    <message>
        <source>Urvalet är draget.</source>
        <translation>The sample is drawn.</translation>
    </message>
    <message>
        <source>{judged} av {drawn}</source>
        <translation>{judged} of {drawn}</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>SayClaimDialog</name>
    <message>
        <source>Det ligger under Att göra, med vad du kan göra nu.</source>
        <translation>It is in To do, with what you can do now.</translation>
    </message>
</context>
<context>
    <name>SayDialog</name>
    <message>
        <source>Sagt</source>
        <translation>Said</translation>
    </message>
</context>
<context>
    <name>SbarDialog</name>
    <message>
        <source>Anteckningen säger inte vart patienten hänvisas. Fyll i det först.</source>
        <translation>The note does not say where the patient is referred to. Enter that first.</translation>
    </message>
    <message>
        <source>Bokad tid</source>
        <translation>Booked time</translation>
    </message>
    <message>
        <source>Bokad tid: {at}</source>
        <translation>Booked time: {at}</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Kryssa för det som är sagt, eller boka en tid.</source>
        <translation>Tick what has been said, or book a time.</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Lämna över</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Läs högt och kryssa för det som är sagt. Läsningen är loggad.</source>
        <translation>Read aloud and tick what has been said. The reading is logged.</translation>
    </message>
    <message>
        <source>Namn och befattning</source>
        <translation>Name and position</translation>
    </message>
    <message>
        <source>Skriv tiden som 20:15 eller 2026-11-21 20:15.</source>
        <translation>Write the time as 20:15 or 2026-11-21 20:15.</translation>
    </message>
    <message>
        <source>Skriv ut till mottagaren</source>
        <translation>Print for the receiver</translation>
    </message>
    <message>
        <source>Skriv vem som tar emot.</source>
        <translation>Enter who receives the patient.</translation>
    </message>
    <message>
        <source>Som 20:15 eller 2026-11-21 20:15. Tomt: ingen tid bokas.</source>
        <translation>Such as 20:15 or 2026-11-21 20:15. Empty: no time is booked.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Vem tar emot?</source>
        <translation>Who receives the patient?</translation>
    </message>
    <message>
        <source>{at} avbokad</source>
        <translation>{at} cancelled</translation>
    </message>
    <message>
        <source>{at} ej nådd</source>
        <translation>{at} not reached</translation>
    </message>
    <message>
        <source>{at} hänvisad</source>
        <translation>{at} referred</translation>
    </message>
    <message>
        <source>{at} nådd</source>
        <translation>{at} reached</translation>
    </message>
    <message>
        <source>{at} tid bokad</source>
        <translation>{at} time booked</translation>
    </message>
    <message>
        <source>{at} utskriven till {receiver}</source>
        <translation>{at} printed for {receiver}</translation>
    </message>
    <message>
        <source>{at} överlämnad till {receiver}</source>
        <translation>{at} handed over to {receiver}</translation>
    </message>
    <message>
        <source>Överlämnad</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Överlämningen är noterad.</source>
        <translation>The handover has been noted.</translation>
    </message>
</context>
<context>
    <name>SecrecyDialog</name>
    <message>
        <source>Anteckna</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>En annan</source>
        <translation>Another</translation>
    </message>
    <message>
        <source>Frågan och svaret är antecknade.</source>
        <translation>The question and the answer are noted.</translation>
    </message>
    <message>
        <source>Grund för att lämna ut</source>
        <translation>Ground for disclosing</translation>
    </message>
    <message>
        <source>Ingen vald. Frågan antecknas ändå.</source>
        <translation>Nobody chosen. The question is noted all the same.</translation>
    </message>
    <message>
        <source>Ingen är motringd. Vem som helst kan säga sig ringa från vården eller en myndighet. Tryck Anteckna igen om uppgiften redan är lämnad.</source>
        <translation>Nobody has been called back. Anybody can say that they call from care or from an authority. Press Note again if it has been disclosed already.</translation>
    </message>
    <message>
        <source>Någon frågar efter en person</source>
        <translation>Somebody asks about a person</translation>
    </message>
    <message>
        <source>Regelkort</source>
        <translation>Rule card</translation>
    </message>
    <message>
        <source>SKYDDADE PERSONUPPGIFTER – lämna inte ut några uppgifter</source>
        <translation>PROTECTED IDENTITY – do not disclose anything</translation>
    </message>
    <message>
        <source>Skriv varför det lämnades ut.</source>
        <translation>Write why it was disclosed.</translation>
    </message>
    <message>
        <source>Skäl</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Svaret</source>
        <translation>The answer</translation>
    </message>
    <message>
        <source>Säg aldrig om personen är patient, eller var. Svaret antecknas.</source>
        <translation>Never say whether the person is a patient, or where. The answer is noted.</translation>
    </message>
    <message>
        <source>Sök i katalogen, och ring upp numret som står där.</source>
        <translation>Search the directory, and call the number that stands there.</translation>
    </message>
    <message>
        <source>Sök personen</source>
        <translation>Search for the person</translation>
    </message>
    <message>
        <source>Tidigare frågor</source>
        <translation>Earlier questions</translation>
    </message>
    <message>
        <source>Utan en grund lämnas inget ut.</source>
        <translation>Without a ground nothing is disclosed.</translation>
    </message>
    <message>
        <source>Vad frågas det om</source>
        <translation>What is asked about</translation>
    </message>
    <message>
        <source>Vem det är, som de säger</source>
        <translation>Who it is, as they say</translation>
    </message>
    <message>
        <source>Vem frågar</source>
        <translation>Who is asking</translation>
    </message>
    <message>
        <source>Välj ett alternativ.</source>
        <translation>Choose one of them.</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Dölj lösenordet</source>
        <translation>Hide the password</translation>
    </message>
    <message>
        <source>Visa lösenordet</source>
        <translation>Show the password</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Caps Lock är på: bokstäverna blir versaler.</source>
        <translation>Caps Lock is on: letters become capitals.</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Hänvisningen är inte lagd.</source>
        <translation>The referral has not been made.</translation>
    </message>
    <message>
        <source>Hänvisningen är inte lagd. {why}</source>
        <translation>The referral has not been made. {why}</translation>
    </message>
    <message>
        <source>Lägg hänvisningen</source>
        <translation>Make the referral</translation>
    </message>
</context>
<context>
    <name>ServiceActs</name>
    <message>
        <source>Antal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Antecknat: hänvisad till {who}.</source>
        <translation>Noted: referred to {who}.</translation>
    </message>
    <message>
        <source>Antecknat: {title}.</source>
        <translation>Noted: {title}.</translation>
    </message>
    <message>
        <source>Hänvisad</source>
        <translation>Referred</translation>
    </message>
    <message>
        <source>Kortet svarade</source>
        <translation>The card answered</translation>
    </message>
    <message>
        <source>Nytt kort</source>
        <translation>New card</translation>
    </message>
    <message>
        <source>Obesvarad</source>
        <translation>Unanswered</translation>
    </message>
    <message>
        <source>Obesvarade frågor</source>
        <translation>Unanswered questions</translation>
    </message>
    <message>
        <source>Versioner</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>Alla områden</source>
        <translation>All areas</translation>
    </message>
    <message>
        <source>Granskat</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>Hämtar korten</source>
        <translation>Fetching the cards</translation>
    </message>
    <message>
        <source>Inga kort</source>
        <translation>No cards</translation>
    </message>
    <message>
        <source>Inget kort svarar</source>
        <translation>No card answers</translation>
    </message>
    <message>
        <source>Kort</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Kunskapskort</source>
        <translation>Knowledge card</translation>
    </message>
    <message>
        <source>Länken är kopierad.</source>
        <translation>The link is copied.</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Servicedisk</source>
        <translation>Service desk</translation>
    </message>
    <message>
        <source>Skriv frågan till redaktören, så blir det ett kort.</source>
        <translation>Write the question to the editor, and it becomes a card.</translation>
    </message>
    <message>
        <source>Sök i korten</source>
        <translation>Search the cards</translation>
    </message>
    <message>
        <source>Till exempel: frikort, byta vårdcentral, klaga</source>
        <translation>For example: frikort, byta vårdcentral, klaga</translation>
    </message>
    <message>
        <source>Ur bruk</source>
        <translation>Retired</translation>
    </message>
</context>
<context>
    <name>SexAndBirth</name>
    <message>
        <source>Född, eller ålder</source>
        <translation>Born, or age</translation>
    </message>
    <message>
        <source>Inte känt</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Kön</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Numret säger {day}. Lämna tomt så gäller det.</source>
        <translation>The number says {day}. Leave empty to use that.</translation>
    </message>
    <message>
        <source>ÅÅÅÅ-MM-DD, eller ungefär: ett årtal, 40 år, 5 mån.</source>
        <translation>YYYY-MM-DD, or roughly: a year, 40 år (years), 5 mån (months).</translation>
    </message>
</context>
<context>
    <name>ShiftView</name>
    <message>
        <source>Att lämna över</source>
        <translation>To hand over</translation>
    </message>
    <message>
        <source>Brukar vara {usual}.</source>
        <translation>Is usually {usual}.</translation>
    </message>
    <message>
        <source>Inga siffror än</source>
        <translation>No figures yet</translation>
    </message>
    <message>
        <source>Ingen kö har haft samtal</source>
        <translation>No queue has had calls</translation>
    </message>
    <message>
        <source>Inget att lämna över</source>
        <translation>Nothing to hand over</translation>
    </message>
    <message>
        <source>JSON-filer (*.json)</source>
        <translation>JSON files (*.json)</translation>
    </message>
    <message>
        <source>Mål per kö</source>
        <translation>Targets per queue</translation>
    </message>
    <message>
        <source>Mått mot mål</source>
        <translation>Figures against targets</translation>
    </message>
    <message>
        <source>Mått, överlämning eller köer</source>
        <translation>Figures, handover or queues</translation>
    </message>
    <message>
        <source>Sammanfattningen är sparad som JSON.</source>
        <translation>The summary is saved as JSON.</translation>
    </message>
    <message>
        <source>Siffrorna räknas</source>
        <translation>Counting the figures</translation>
    </message>
    <message>
        <source>Skiftet nu</source>
        <translation>The shift now</translation>
    </message>
    <message>
        <source>Spara JSON</source>
        <translation>Save JSON</translation>
    </message>
    <message>
        <source>Spara som JSON</source>
        <translation>Save as JSON</translation>
    </message>
    <message>
        <source>Täljare: {above}. Nämnare: {below}.</source>
        <translation>Numerator: {above}. Denominator: {below}.</translation>
    </message>
    <message>
        <source>Visa och skriv ut</source>
        <translation>Show and print</translation>
    </message>
    <message>
        <source>{figure}: {shown}, {ratio}. Kön har ett eget mål: {aim}.</source>
        <translation>{figure}: {shown}, {ratio}. The queue has a target of its own: {aim}.</translation>
    </message>
    <message>
        <source>{figure}: {shown}, {ratio}. Målet för alla köer gäller: {aim}.</source>
        <translation>{figure}: {shown}, {ratio}. The target for all queues holds: {aim}.</translation>
    </message>
    <message>
        <source>”Brukar” är medel av {periods}</source>
        <translation>Usual is the mean of {periods}</translation>
    </message>
</context>
<context>
    <name>SideCard</name>
    <message>
        <source>Anteckningar: {count}</source>
        <translation>Notes: {count}</translation>
    </message>
    <message>
        <source>Behålls</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Född {day}</source>
        <translation>Born {day}</translation>
    </message>
    <message>
        <source>Går upp i den andra</source>
        <translation>Merged into the other</translation>
    </message>
    <message>
        <source>Registrerad {time}</source>
        <translation>Registered {time}</translation>
    </message>
    <message>
        <source>Senast {time}</source>
        <translation>Latest {time}</translation>
    </message>
    <message>
        <source>Skyddade personuppgifter</source>
        <translation>Protected identity</translation>
    </message>
    <message>
        <source>Öppna personen för att se antalet anteckningar.</source>
        <translation>Open the person to see the number of notes.</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Annan operatör</source>
        <translation>Another operator</translation>
    </message>
    <message>
        <source>Användarnamn</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Bra: {count} tecken. Fler gör det starkare.</source>
        <translation>Good: {count} characters. More make it stronger.</translation>
    </message>
    <message>
        <source>De två lösenorden är inte lika.</source>
        <translation>The two passwords are not the same.</translation>
    </message>
    <message>
        <source>Ditt namn</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Kontrollerar lösenordet</source>
        <translation>Checking the password</translation>
    </message>
    <message>
        <source>Kundcenter</source>
        <translation>Kundcenter</translation>
    </message>
    <message>
        <source>Logga in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Logga in för att börja passet.</source>
        <translation>Sign in to begin your shift.</translation>
    </message>
    <message>
        <source>Lås upp</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Lösenord</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Lösenordet en gång till</source>
        <translation>The password once more</translation>
    </message>
    <message>
        <source>Minst {count} tecken. Skriv gärna en hel mening.</source>
        <translation>At least {count} characters. A whole sentence is welcome.</translation>
    </message>
    <message>
        <source>Skapa administratör</source>
        <translation>Create administrator</translation>
    </message>
    <message>
        <source>Skapa den första administratören för arbetsstationen.</source>
        <translation>Create the first administrator of this workstation.</translation>
    </message>
    <message>
        <source>Skriv ditt användarnamn.</source>
        <translation>Enter your user name.</translation>
    </message>
    <message>
        <source>Skriv ditt lösenord.</source>
        <translation>Enter your password.</translation>
    </message>
    <message>
        <source>Skriv ditt namn.</source>
        <translation>Enter your name.</translation>
    </message>
    <message>
        <source>Skärmen är låst. Ditt ärende finns kvar.</source>
        <translation>The screen is locked. Your work is still there.</translation>
    </message>
    <message>
        <source>Starkt: {count} tecken.</source>
        <translation>Strong: {count} characters.</translation>
    </message>
    <message>
        <source>Välkommen</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>{count} tecken till behövs.</source>
        <translation>{count} more characters are needed.</translation>
    </message>
</context>
<context>
    <name>SizeDialog</name>
    <message>
        <source>Antal platser</source>
        <translation>Number of places</translation>
    </message>
    <message>
        <source>Platser</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>{time}: {held} är placerade. Ingen av dem förlorar sin plats.</source>
        <translation>{time}: {held} are placed. None of them loses their place.</translation>
    </message>
</context>
<context>
    <name>SnippetDialog</name>
    <message>
        <source>Granskas senast</source>
        <translation>Review by</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Nivå</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Ny fras</source>
        <translation>New snippet</translation>
    </message>
    <message>
        <source>Rubrik</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Skriv dagen som 2027-01-31.</source>
        <translation>Write the day as 2027-01-31.</translation>
    </message>
    <message>
        <source>Skrivs efter ; i texten.</source>
        <translation>Typed after ; in the text.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Så här blir den</source>
        <translation>How it will look</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>[? Tar [[läkemedel]]. ?] försvinner om den inte används
{{patient.age}} {{patient.name}} {{patient.sex}}
{{unit}} {{today}} {{time}} {{operator}} fylls i
\ före ett tecken gör det till vanlig text</source>
        <translation>[? Takes [[medicine]]. ?] disappears if it is not used
{{patient.age}} {{patient.name}} {{patient.sex}}
{{unit}} {{today}} {{time}} {{operator}} are filled in
\ before a character makes it plain text</translation>
    </message>
    <message>
        <source>[[ledtext]] lucka att fylla i
[[ledtext=38]] lucka med en text som står kvar
[[0–3 dygn|&gt;3 dygn]] val med siffra
[[!ledtext]] måste fyllas i före signering</source>
        <translation>[[prompt]] gap to fill in
[[prompt=38]] gap with a text that stays
[[0–3 days|&gt;3 days]] choice by digit
[[!prompt]] must be filled in before signing</translation>
    </message>
    <message>
        <source>Ändra fras</source>
        <translation>Change snippet</translation>
    </message>
    <message>
        <source>ÅÅÅÅ-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
</context>
<context>
    <name>SnippetImportDialog</name>
    <message>
        <source>Alla filer (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>En CSV-fil med rubrikerna kod, rubrik, text, nivå, granskas senast och fält. Kod och text behövs.</source>
        <translation>A CSV file with the headings code, title, text, scope, review and fields. Code and text are needed.</translation>
    </message>
    <message>
        <source>Fraserna är inlästa.</source>
        <translation>The snippets have been imported.</translation>
    </message>
    <message>
        <source>Ingen fil är vald.</source>
        <translation>No file is chosen.</translation>
    </message>
    <message>
        <source>Inget läses in. Rader med fel: {faults}. Hela rader: {sound}. Rätta filen och välj den igen.</source>
        <translation>Nothing is imported. Rows with faults: {faults}. Sound rows: {sound}. Correct the file and choose it again.</translation>
    </message>
    <message>
        <source>Läs in</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Läs in fraser</source>
        <translation>Import snippets</translation>
    </message>
    <message>
        <source>Nivå för rader utan egen</source>
        <translation>Level for rows without their own</translation>
    </message>
    <message>
        <source>Rader med fel</source>
        <translation>Faulty rows</translation>
    </message>
    <message>
        <source>Textfiler (*.csv *.tsv *.txt)</source>
        <translation>Text files (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Välj en fil med fraser</source>
        <translation>Choose a file of snippets</translation>
    </message>
    <message>
        <source>Välj fil</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>{new} nya fraser, {changed} ändras, {same} är redan lika.</source>
        <translation>{new} new snippets, {changed} to be changed, {same} the same already.</translation>
    </message>
</context>
<context>
    <name>SnippetsPage</name>
    <message>
        <source>Använd</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Bara de som skulle ha granskats</source>
        <translation>Only those overdue for review</translation>
    </message>
    <message>
        <source>Frasen {code} kan inte längre infogas. Det som redan är skrivet står kvar.</source>
        <translation>The snippet {code} can no longer be inserted. What is already written stays.</translation>
    </message>
    <message>
        <source>Fraser</source>
        <translation>Snippets</translation>
    </message>
    <message>
        <source>Försenad {day}</source>
        <translation>Overdue {day}</translation>
    </message>
    <message>
        <source>Granskas senast</source>
        <translation>Review by</translation>
    </message>
    <message>
        <source>Inga fraser än</source>
        <translation>No snippets yet</translation>
    </message>
    <message>
        <source>Ingen fras passar</source>
        <translation>No snippet fits</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Läs in fil</source>
        <translation>Import a file</translation>
    </message>
    <message>
        <source>Nivå</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Ny fras</source>
        <translation>New snippet</translation>
    </message>
    <message>
        <source>Rubrik</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Skriv ; och koden i en anteckning, sedan Tab. Tab går mellan luckorna, siffran väljer, Esc lämnar. Egna fraser ser bara du; enhetens ser enheten.</source>
        <translation>Type ; and the code in a note, then Tab. Tab moves between the gaps, the digit chooses, Esc leaves. Only you see your own snippets; the unit sees the unit&apos;s.</translation>
    </message>
    <message>
        <source>Skriv en text som du ofta behöver, eller läs in en fil.</source>
        <translation>Write a text that you often need, or import a file.</translation>
    </message>
    <message>
        <source>Sök i kod, rubrik och text</source>
        <translation>Search in code, title and text</translation>
    </message>
    <message>
        <source>Ta frasen ur bruk?</source>
        <translation>Retire the snippet?</translation>
    </message>
    <message>
        <source>Ta ur bruk</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>SpanChoice</name>
    <message>
        <source>, {hours:g} timmar</source>
        <translation>, {hours:g} hours</translation>
    </message>
    <message>
        <source>. Klockan ställs om: {moved}</source>
        <translation>. Clocks are changed: {moved}</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Dygn</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Egen period</source>
        <translation>Own period</translation>
    </message>
    <message>
        <source>Från och med</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Månad</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Perioden efter</source>
        <translation>The period after</translation>
    </message>
    <message>
        <source>Perioden före</source>
        <translation>The period before</translation>
    </message>
    <message>
        <source>Perioden ska vara högst fem år och sluta efter början.</source>
        <translation>The period must be at most five years and end after it begins.</translation>
    </message>
    <message>
        <source>Skift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Skriv dagen som 26/11 eller 2026-11-26.</source>
        <translation>Write the day as 26/11 or 2026-11-26.</translation>
    </message>
    <message>
        <source>Tertial</source>
        <translation>Four months</translation>
    </message>
    <message>
        <source>Till och med</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Vecka</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Vecka {week} {year}, {first} till {last}</source>
        <translation>Week {week} {year}, {first} to {last}</translation>
    </message>
    <message>
        <source>{first} till och med {last}</source>
        <translation>{first} until and including {last}</translation>
    </message>
    <message>
        <source>År</source>
        <translation>Year</translation>
    </message>
</context>
<context>
    <name>SpanDialog</name>
    <message>
        <source>Från</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Klart</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kryssa för minst en dag.</source>
        <translation>Tick at least one day.</translation>
    </message>
    <message>
        <source>Minuter per tid</source>
        <translation>Minutes per time</translation>
    </message>
    <message>
        <source>Pass i kön</source>
        <translation>Session of the queue</translation>
    </message>
    <message>
        <source>Passet är kortare än en tid.</source>
        <translation>The session is shorter than one time.</translation>
    </message>
    <message>
        <source>Platser per tid</source>
        <translation>Places per time</translation>
    </message>
    <message>
        <source>Skriv tiden som 08:00.</source>
        <translation>Write the time as 08:00.</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>SpecialNoteDialog</name>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Uppmärksamma något</source>
        <translation>Add an alert</translation>
    </message>
    <message>
        <source>Vad den som svarar behöver veta</source>
        <translation>What whoever answers needs to know</translation>
    </message>
    <message>
        <source>Vad det gäller</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>Visas överst på kortet för alla som öppnar personen.</source>
        <translation>Shown at the top of the card to everyone who opens the person.</translation>
    </message>
</context>
<context>
    <name>StepsPart</name>
    <message>
        <source>Hela händelsen</source>
        <translation>The whole event</translation>
    </message>
    <message>
        <source>Hämtar ärendet</source>
        <translation>Fetching the case</translation>
    </message>
    <message>
        <source>Inget har gjorts</source>
        <translation>Nothing has been done</translation>
    </message>
    <message>
        <source>När</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Vad som har gjorts</source>
        <translation>What has been done</translation>
    </message>
    <message>
        <source>Vem</source>
        <translation>Who</translation>
    </message>
</context>
<context>
    <name>StopGate</name>
    <message>
        <source>Avsluta programmet</source>
        <translation>Quit the program</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>StripKeeper</name>
    <message>
        <source>Ingen växel: samtal för hand</source>
        <translation>No exchange: calls by hand</translation>
    </message>
    <message>
        <source>Paus efter tiden</source>
        <translation>Break when the time is up</translation>
    </message>
    <message>
        <source>Redo för nästa samtal. Kortet är öppet tills du avslutar det.</source>
        <translation>Ready for the next call. The card stays open until you finish it.</translation>
    </message>
    <message>
        <source>Samtal registreras för hand</source>
        <translation>Calls are registered by hand</translation>
    </message>
    <message>
        <source>Tio sekunder kvar av efterarbetet</source>
        <translation>Ten seconds of wrap-up left</translation>
    </message>
    <message>
        <source>Växeln svarar</source>
        <translation>The exchange answers</translation>
    </message>
    <message>
        <source>Växeln svarar inte</source>
        <translation>The exchange does not answer</translation>
    </message>
    <message>
        <source>Växeln svarar inte. Styr samtalet på telefonen.</source>
        <translation>The exchange does not answer. Control the call on the telephone.</translation>
    </message>
    <message>
        <source>{queue} Styr samtalet på telefonen och säg till här.</source>
        <translation>{queue} Steer the call on the telephone and say so here.</translation>
    </message>
</context>
<context>
    <name>SummaryDialog</name>
    <message>
        <source>Att sidorna tas ut loggas, och var och en som nämns.</source>
        <translation>That the pages are made is logged, and everybody who is named.</translation>
    </message>
    <message>
        <source>För spridning: små tal visas som &lt;5</source>
        <translation>For circulation: small numbers are shown as &lt;5</translation>
    </message>
    <message>
        <source>Med patienternas namn i överlämningen (sekretess)</source>
        <translation>With the patients&apos; names in the handover (confidential)</translation>
    </message>
    <message>
        <source>Sammanfattning på papper</source>
        <translation>Summary on paper</translation>
    </message>
    <message>
        <source>Visa sidorna</source>
        <translation>Show the pages</translation>
    </message>
</context>
<context>
    <name>SupervisionPage</name>
    <message>
        <source>Läget</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Mitt pass</source>
        <translation>My shift</translation>
    </message>
    <message>
        <source>Mål</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Vad som visas</source>
        <translation>What is shown</translation>
    </message>
</context>
<context>
    <name>SurveyDialog</name>
    <message>
        <source>Det som andra har mätt: enkäter och tidigare mätningar. Det räknas aldrig här.</source>
        <translation>What others have measured: surveys, and how it was before. It is never worked out here.</translation>
    </message>
    <message>
        <source>Ett sådant värde kan måttet inte ha. {help}</source>
        <translation>The figure cannot have such a value. {help}</translation>
    </message>
    <message>
        <source>Fler kan inte ha svarat än som tillfrågades.</source>
        <translation>More cannot have answered than were asked.</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Källa</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Mätt från</source>
        <translation>Measured from</translation>
    </message>
    <message>
        <source>Mätt till och med</source>
        <translation>Measured until</translation>
    </message>
    <message>
        <source>Mått</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Ny mätning</source>
        <translation>New measurement</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Sista dagen ligger före den första, eller före år 2000.</source>
        <translation>The last day is before the first, or before the year 2000.</translation>
    </message>
    <message>
        <source>Skriv datumet som 2026-11-21.</source>
        <translation>Write the date as 2026-11-21.</translation>
    </message>
    <message>
        <source>Skriv ett tal.</source>
        <translation>Write a number.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Tillfrågade</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Tomt: inte sagt.</source>
        <translation>Empty: not said.</translation>
    </message>
    <message>
        <source>Värde</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Ändra mätningen</source>
        <translation>Change the measurement</translation>
    </message>
</context>
<context>
    <name>SurveyImportDialog</name>
    <message>
        <source>Alla filer (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>En CSV-fil med rubrikerna mått, från, till, värde, svar, tillfrågade, område, källa och kommentar. De fyra första behövs.</source>
        <translation>A CSV file with the headings figure, from, to, value, answers, asked, area, source and comment. The first four are needed.</translation>
    </message>
    <message>
        <source>Ingen fil är vald.</source>
        <translation>No file is chosen.</translation>
    </message>
    <message>
        <source>Inget läses in. Fel i filen: {count}. Rätta den och välj den igen.</source>
        <translation>Nothing is read in. Faults in the file: {count}. Correct it and choose it again.</translation>
    </message>
    <message>
        <source>Läs in</source>
        <translation>Read in</translation>
    </message>
    <message>
        <source>Läs in mätningar</source>
        <translation>Read in measurements</translation>
    </message>
    <message>
        <source>Mätningarna är inlästa.</source>
        <translation>The measurements are read in.</translation>
    </message>
    <message>
        <source>Nya: {new}. Ändrade: {changed}. Lika: {same}.</source>
        <translation>New: {new}. Changed: {changed}. The same: {same}.</translation>
    </message>
    <message>
        <source>Rader med fel</source>
        <translation>Rows with faults</translation>
    </message>
    <message>
        <source>Textfiler (*.csv *.tsv *.txt)</source>
        <translation>Text files (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Välj en fil med mätningar</source>
        <translation>Choose a file of measurements</translation>
    </message>
    <message>
        <source>Välj fil</source>
        <translation>Choose a file</translation>
    </message>
</context>
<context>
    <name>SwitchboardTermsDialog</name>
    <message>
        <source>Alla</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Dagläge</source>
        <translation>Day mode</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Det som är publicerat ändras aldrig. Nästa utgåva gäller genast.</source>
        <translation>What is published is never changed. The next edition holds at once.</translation>
    </message>
    <message>
        <source>En hälsning ska gälla alla nummer och köer, i alla lägen.</source>
        <translation>One greeting must hold for all numbers and queues, in all modes.</translation>
    </message>
    <message>
        <source>En regel på varje rad.</source>
        <translation>A rule on each line.</translation>
    </message>
    <message>
        <source>Erbjuds</source>
        <translation>Offered</translation>
    </message>
    <message>
        <source>Hälsning {row} saknar text, eller har klamrar om annat än namn.</source>
        <translation>Greeting {row} has no text, or braces about other than namn.</translation>
    </message>
    <message>
        <source>Hälsning {row}: det är inget telefonnummer.</source>
        <translation>Greeting {row}: that is no telephone number.</translation>
    </message>
    <message>
        <source>Hälsning {row}: en annan är redan för samma nummer, kö och läge.</source>
        <translation>Greeting {row}: another is for the same number, queue and mode already.</translation>
    </message>
    <message>
        <source>Hälsningar</source>
        <translation>Greetings</translation>
    </message>
    <message>
        <source>Inga hälsningar än</source>
        <translation>No greetings yet</translation>
    </message>
    <message>
        <source>Inga mallar än</source>
        <translation>No templates yet</translation>
    </message>
    <message>
        <source>Inget är publicerat: det här är programmets egna, påhittade förslag.</source>
        <translation>Nothing is published: these are the program&apos;s own, invented proposals.</translation>
    </message>
    <message>
        <source>Inget är ändrat. Skriv varför det ändå ska publiceras.</source>
        <translation>Nothing is changed. Write why it shall be published all the same.</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Kortet har för många rader, eller en för lång.</source>
        <translation>The card has too many lines, or one that is too long.</translation>
    </message>
    <message>
        <source>Kortet när någon frågar efter en person</source>
        <translation>The card for when somebody asks about a person</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mall</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Mall {row} saknar namn.</source>
        <translation>Template {row} has no name.</translation>
    </message>
    <message>
        <source>Mall {row}: koden är upptagen eller har andra tecken än a–z och 0–9.</source>
        <translation>Template {row}: the code is taken or has other signs than a–z and 0–9.</translation>
    </message>
    <message>
        <source>Mall {row}: texten saknas, eller en lucka är inte avslutad.</source>
        <translation>Template {row}: the text is missing, or a hole is not closed.</translation>
    </message>
    <message>
        <source>Mallar för meddelanden</source>
        <translation>Templates for messages</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Nummer {number}, gäller nu</source>
        <translation>Number {number}, in force now</translation>
    </message>
    <message>
        <source>Nummer {number}, {at}</source>
        <translation>Number {number}, {at}</translation>
    </message>
    <message>
        <source>Ny hälsning</source>
        <translation>New greeting</translation>
    </message>
    <message>
        <source>Ny mall</source>
        <translation>New template</translation>
    </message>
    <message>
        <source>Publicera</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Publicerad {at}.</source>
        <translation>Published {at}.</translation>
    </message>
    <message>
        <source>Påhittad, för demonstration.</source>
        <translation>Invented, for demonstration.</translation>
    </message>
    <message>
        <source>Skriv när det är dag.</source>
        <translation>Write when it is day.</translation>
    </message>
    <message>
        <source>Som mån-fre 07:00-21:00; helg 08:00-16:00. All annan tid är natt.</source>
        <translation>As mån-fre 07:00-21:00; helg 08:00-16:00. All other time is night.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Utgåva</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Vad som sägs</source>
        <translation>What is said</translation>
    </message>
    <message>
        <source>Vad som är ändrat, och varför</source>
        <translation>What is changed, and why</translation>
    </message>
    <message>
        <source>Växelns hälsningar, mallar och dagtid</source>
        <translation>The switchboard&apos;s greetings, templates and hours of day</translation>
    </message>
    <message>
        <source>Växelns nya utgåva gäller nu.</source>
        <translation>The switchboard&apos;s new edition holds now.</translation>
    </message>
    <message>
        <source>inte längre</source>
        <translation>no more</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>Ändringarna är inte publicerade. Tryck Esc igen om de ska kastas.</source>
        <translation>The changes are not published. Press Esc again to throw them away.</translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message>
        <source>Ärendet {number} är registrerat.</source>
        <translation>Case {number} is registered.</translation>
    </message>
</context>
<context>
    <name>TargetDialog</name>
    <message>
        <source>Ett mål nås eller nås inte, en jämförelse visas bara bredvid, och en gräns styr hur siffrorna räknas.</source>
        <translation>A target is met or missed, a comparison is only shown beside, and a limit decides how the figures are counted.</translation>
    </message>
    <message>
        <source>Ett sådant värde kan måttet inte ha. {help}</source>
        <translation>The figure cannot have such a value. {help}</translation>
    </message>
    <message>
        <source>Gäller från</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Gäller till och med</source>
        <translation>In force until</translation>
    </message>
    <message>
        <source>Högst</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>Källa</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Minst</source>
        <translation>At least</translation>
    </message>
    <message>
        <source>Mätt år</source>
        <translation>Year measured</translation>
    </message>
    <message>
        <source>Målet är</source>
        <translation>The target is</translation>
    </message>
    <message>
        <source>Målet är sparat.</source>
        <translation>The target is saved.</translation>
    </message>
    <message>
        <source>Mått</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Nytt mål</source>
        <translation>New target</translation>
    </message>
    <message>
        <source>Sista dagen ligger före den första.</source>
        <translation>The last day is before the first.</translation>
    </message>
    <message>
        <source>Skriv datumet som 2026-11-21.</source>
        <translation>Write the date as 2026-11-21.</translation>
    </message>
    <message>
        <source>Skriv en dag från år 2000.</source>
        <translation>Write a day from the year 2000 on.</translation>
    </message>
    <message>
        <source>Skriv ett tal. {help}</source>
        <translation>Write a number. {help}</translation>
    </message>
    <message>
        <source>Skriv ett år från 2000.</source>
        <translation>Write a year from 2000 on.</translation>
    </message>
    <message>
        <source>Skriv ett år.</source>
        <translation>Write a year.</translation>
    </message>
    <message>
        <source>Slag</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Tomt: från början.</source>
        <translation>Empty: from the beginning.</translation>
    </message>
    <message>
        <source>Tomt: inte sagt.</source>
        <translation>Empty: not said.</translation>
    </message>
    <message>
        <source>Tomt: tills vidare.</source>
        <translation>Empty: until further notice.</translation>
    </message>
    <message>
        <source>Värde</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>{aim} slutar då gälla: sista dagen blir {day}.</source>
        <translation>{aim} then ceases to be in force: its last day will be {day}.</translation>
    </message>
    <message>
        <source>Ändra målet</source>
        <translation>Change the target</translation>
    </message>
</context>
<context>
    <name>TellReferralDialog</name>
    <message>
        <source>Det är noterat.</source>
        <translation>It has been noted.</translation>
    </message>
    <message>
        <source>Följer hänvisningen. Det som hör till journalen skrivs i den.</source>
        <translation>Goes with the referral. What belongs in the record is written there.</translation>
    </message>
    <message>
        <source>Hur det gick, om det behövs</source>
        <translation>How it went, if needed</translation>
    </message>
    <message>
        <source>Notera</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Patienten kom fram till den som skulle ta emot.</source>
        <translation>The patient got through to whoever was to receive them.</translation>
    </message>
    <message>
        <source>Patienten kom inte, eller gick inte att nå.</source>
        <translation>The patient did not come, or could not be reached.</translation>
    </message>
    <message>
        <source>Patienten ska inte dit längre. Det går inte att ångra.</source>
        <translation>The patient is no longer to go there. This cannot be undone.</translation>
    </message>
    <message>
        <source>Vad det blev: {state}</source>
        <translation>What became of it: {state}</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Din neutrala sammanfattning</source>
        <translation>Your neutral summary</translation>
    </message>
    <message>
        <source>Med egna ord</source>
        <translation>In their own words</translation>
    </message>
    <message>
        <source>Som den som ringer säger det. Rätta inget.</source>
        <translation>As the caller says it. Correct nothing.</translation>
    </message>
    <message>
        <source>Vad vill du ska hända?</source>
        <translation>What do you want to happen?</translation>
    </message>
    <message>
        <source>Vad är det?</source>
        <translation>What is it?</translation>
    </message>
    <message>
        <source>Vill den som ringer också</source>
        <translation>Does the caller also want to</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Brådskande från början</source>
        <translation>Urgent from the start</translation>
    </message>
    <message>
        <source>Erbjuds inte längre</source>
        <translation>No longer offered</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Koden är upptagen.</source>
        <translation>The code is taken.</translation>
    </message>
    <message>
        <source>Mall för meddelanden</source>
        <translation>Template for messages</translation>
    </message>
    <message>
        <source>Skriv en kod av små bokstäver a–z och siffror.</source>
        <translation>Write a code of small letters a–z and digits.</translation>
    </message>
    <message>
        <source>Skriv mallens text.</source>
        <translation>Write the text of the template.</translation>
    </message>
    <message>
        <source>Skriv vad mallen heter.</source>
        <translation>Write what the template is called.</translation>
    </message>
    <message>
        <source>Små bokstäver a–z och siffror: ring-upp</source>
        <translation>Small letters a–z and digits: ring-upp</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Vad den heter</source>
        <translation>What it is called</translation>
    </message>
    <message>
        <source>[[vem]] blir en lucka att fylla i, [[när=i dag]] en som står om ingen ändrar den.</source>
        <translation>[[vem]] becomes a hole to fill in, [[när=i dag]] one that stands unless somebody changes it.</translation>
    </message>
</context>
<context>
    <name>TextArea</name>
    <message>
        <source>Allt fick inte plats: fältet rymmer {count} tecken.</source>
        <translation>Not everything fitted: the field holds {count} characters.</translation>
    </message>
</context>
<context>
    <name>TickLine</name>
    <message>
        <source>frågat</source>
        <translation>asked</translation>
    </message>
    <message>
        <source>inte frågat</source>
        <translation>not asked</translation>
    </message>
    <message>
        <source>inte sagt</source>
        <translation>not said</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nej</source>
        <translation>no</translation>
    </message>
    <message>
        <source>sagt</source>
        <translation>said</translation>
    </message>
</context>
<context>
    <name>TimeBookedDialog</name>
    <message>
        <source>Bokad</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>Bokning av tid</source>
        <translation>Booking a time</translation>
    </message>
    <message>
        <source>Centralen har inte svarat än. Lova inget förrän det står Bekräftad; annars ringer vi upp.</source>
        <translation>The centre has not answered yet. Promise nothing until it says Confirmed; otherwise we call back.</translation>
    </message>
    <message>
        <source>Det ligger under Att göra, med vad som är ledigt i stället.</source>
        <translation>It is under To do, with what is free instead.</translation>
    </message>
    <message>
        <source>Jag har bokat preliminärt. {words}</source>
        <translation>I have booked preliminarily. {words}</translation>
    </message>
    <message>
        <source>Ombokning av tid</source>
        <translation>Moving a time</translation>
    </message>
    <message>
        <source>Sagt</source>
        <translation>Said</translation>
    </message>
    <message>
        <source>Tiden hann gå till någon annan. Jag letar upp en annan.</source>
        <translation>The time went to somebody else first. I am looking for another.</translation>
    </message>
    <message>
        <source>Tiden är bokad</source>
        <translation>The time is booked</translation>
    </message>
    <message>
        <source>Tiden är ombokad</source>
        <translation>The time is rebooked</translation>
    </message>
</context>
<context>
    <name>TimeVerdict</name>
    <message>
        <source>Den tiden avbokar mottagningen själv. Jag ber dem ringa upp dig.</source>
        <translation>The clinic cancels that time itself. I will ask them to call you.</translation>
    </message>
    <message>
        <source>Mottagningen låter inte andra avboka den här tiden. Ställ patienten i dess kö.</source>
        <translation>The clinic lets nobody else cancel this time. Place the patient in its queue.</translation>
    </message>
    <message>
        <source>Räknar på gränsen</source>
        <translation>Working out the time limit</translation>
    </message>
</context>
<context>
    <name>TimesDialog</name>
    <message>
        <source>Avboka</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Besök</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Boka ny tid</source>
        <translation>Book a new time</translation>
    </message>
    <message>
        <source>Boka om</source>
        <translation>Rebook</translation>
    </message>
    <message>
        <source>Boka tid</source>
        <translation>Book a time</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Går att</source>
        <translation>Can be</translation>
    </message>
    <message>
        <source>Inga tider kvar</source>
        <translation>No times left</translation>
    </message>
    <message>
        <source>Kom inte</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mottagning</source>
        <translation>Clinic</translation>
    </message>
    <message>
        <source>När</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Patientens tider</source>
        <translation>The patient&apos;s times</translation>
    </message>
    <message>
        <source>Ställ i kö</source>
        <translation>Place in the queue</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Svaret stämde. Säg bara det som behövs om tiden det gäller.</source>
        <translation>The answer was right. Say only what is needed about the time it concerns.</translation>
    </message>
    <message>
        <source>Tacka nej</source>
        <translation>Decline</translation>
    </message>
</context>
<context>
    <name>TimesTable</name>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Då visas tiderna som är lediga.</source>
        <translation>Then the free times are shown.</translation>
    </message>
    <message>
        <source>Ingen ledig tid</source>
        <translation>No free time</translation>
    </message>
    <message>
        <source>Lediga platser</source>
        <translation>Free places</translation>
    </message>
    <message>
        <source>Lediga tider</source>
        <translation>Free times</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Välj ett annat ärende eller en annan enhet.</source>
        <translation>Choose another matter or another unit.</translation>
    </message>
    <message>
        <source>Välj vad ärendet gäller</source>
        <translation>Choose what it is about</translation>
    </message>
</context>
<context>
    <name>TitleDialog</name>
    <message>
        <source>Börja</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Granskas senast</source>
        <translation>Review by</translation>
    </message>
    <message>
        <source>Nytt utkast</source>
        <translation>New draft</translation>
    </message>
    <message>
        <source>Rubrik</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Rubrik och granskning</source>
        <translation>Title and review</translation>
    </message>
    <message>
        <source>Skriv dagen som 2027-11-21.</source>
        <translation>Write the day as 2027-11-21.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Utkastet börjar som det som gäller nu, och gäller inte förrän det är publicerat.</source>
        <translation>The draft begins as what is in force now, and is not in force until it has been published.</translation>
    </message>
</context>
<context>
    <name>ToDoPage</name>
    <message>
        <source>Allt är signerat</source>
        <translation>Everything is signed</translation>
    </message>
    <message>
        <source>Andras anteckningar som väntat för länge</source>
        <translation>Others&apos; notes that have waited too long</translation>
    </message>
    <message>
        <source>Anteckningar efter larm</source>
        <translation>Notes after alarms</translation>
    </message>
    <message>
        <source>Att göra</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Dina osignerade anteckningar</source>
        <translation>Your unsigned notes</translation>
    </message>
    <message>
        <source>Försenad</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Här visas andras anteckningar när de har varit osignerade länge.</source>
        <translation>Others&apos; notes are shown here when they have been unsigned for long.</translation>
    </message>
    <message>
        <source>Här visas dina anteckningar tills du har signerat dem.</source>
        <translation>Your notes are shown here until you have signed them.</translation>
    </message>
    <message>
        <source>Ingen har väntat för länge</source>
        <translation>None has waited too long</translation>
    </message>
    <message>
        <source>Kontakt</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Kontaktorsak</source>
        <translation>Contact reason</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Osignerad sedan</source>
        <translation>Unsigned since</translation>
    </message>
    <message>
        <source>Osignerade anteckningar</source>
        <translation>Unsigned notes</translation>
    </message>
    <message>
        <source>Samtalet öppnades</source>
        <translation>The call was opened</translation>
    </message>
    <message>
        <source>Skriv anteckningen.</source>
        <translation>Write the note.</translation>
    </message>
    <message>
        <source>Skriven av</source>
        <translation>Written by</translation>
    </message>
    <message>
        <source>Vad som ska göras</source>
        <translation>What is to be done</translation>
    </message>
    <message>
        <source>Väntar</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Återstår</source>
        <translation>Remaining</translation>
    </message>
    <message>
        <source>Återstår efter larm 112</source>
        <translation>Remaining after 112 alarms</translation>
    </message>
</context>
<context>
    <name>TopicDialog</name>
    <message>
        <source>Andra ord</source>
        <translation>Other words</translation>
    </message>
    <message>
        <source>Dagen ligger framåt.</source>
        <translation>The day lies ahead.</translation>
    </message>
    <message>
        <source>Den egna lydelsen gäller nu.</source>
        <translation>The own wording is now in force.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>En egen lydelse står kvar när en ny version av paketet läses in. En fråga på varje rad; för vissa skrivs det sist, som (12–52 år, kvinna).</source>
        <translation>An own wording stays when a new version of the pack is imported. One question on each line; whom it is for, if not everyone, is written last in Swedish, such as (12–52 år, kvinna).</translation>
    </message>
    <message>
        <source>Enhet som svarar (om någon)</source>
        <translation>Unit that answers (if any)</translation>
    </message>
    <message>
        <source>Frågor</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Granskat</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>Ingen enhet</source>
        <translation>No unit</translation>
    </message>
    <message>
        <source>Ingen enhet på kortet.</source>
        <translation>No unit on the card.</translation>
    </message>
    <message>
        <source>Kortet är sparat.</source>
        <translation>The card is saved.</translation>
    </message>
    <message>
        <source>Kortet är ur bruk. Versionerna finns kvar.</source>
        <translation>The card is retired. Its versions stay.</translation>
    </message>
    <message>
        <source>Livshot, frågas först</source>
        <translation>Threats to life, asked first</translation>
    </message>
    <message>
        <source>Länk till 1177.se</source>
        <translation>Link to 1177.se</translation>
    </message>
    <message>
        <source>Länken ska börja med https://www.1177.se/</source>
        <translation>The link must begin with https://www.1177.se/</translation>
    </message>
    <message>
        <source>Nytt kunskapskort</source>
        <translation>New knowledge card</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Paketets egen lydelse gäller igen.</source>
        <translation>The pack&apos;s own wording is in force again.</translation>
    </message>
    <message>
        <source>På kortet: {unit}</source>
        <translation>On the card: {unit}</translation>
    </message>
    <message>
        <source>Påhittat, för demonstration</source>
        <translation>Invented, for demonstration</translation>
    </message>
    <message>
        <source>Rubrik</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Skriv dagen som 2027-01-31.</source>
        <translation>Write the day as 2027-01-31.</translation>
    </message>
    <message>
        <source>Skriv en rubrik.</source>
        <translation>Write a title.</translation>
    </message>
    <message>
        <source>Skriv inget om en enskild person. Varje version sparas.</source>
        <translation>Write nothing about a single person. Every version is kept.</translation>
    </message>
    <message>
        <source>Skriv vad som ska sägas.</source>
        <translation>Write what shall be said.</translation>
    </message>
    <message>
        <source>Skriv vem som svarar för kortet.</source>
        <translation>Write who answers for the card.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Spara egen lydelse</source>
        <translation>Save own wording</translation>
    </message>
    <message>
        <source>Svarar för kortet</source>
        <translation>Answers for the card</translation>
    </message>
    <message>
        <source>Sökord, ett på varje rad</source>
        <translation>Search words, one on each line</translation>
    </message>
    <message>
        <source>Ta tillbaka den egna lydelsen</source>
        <translation>Take back the own wording</translation>
    </message>
    <message>
        <source>Ta ur bruk</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Vad den som ringer kan säga i stället.</source>
        <translation>What the caller may say instead.</translation>
    </message>
    <message>
        <source>{words} Preliminärt, tills centralen har svarat.</source>
        <translation>{words} Preliminary, until the centre has answered.</translation>
    </message>
    <message>
        <source>Ändra kunskapskort</source>
        <translation>Change knowledge card</translation>
    </message>
    <message>
        <source>Återkom om</source>
        <translation>Call back if</translation>
    </message>
    <message>
        <source>ÅÅÅÅ-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
</context>
<context>
    <name>TopicView</name>
    <message>
        <source>Frågor</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Kopiera länken</source>
        <translation>Copy the link</translation>
    </message>
    <message>
        <source>Kunskapskortet</source>
        <translation>The knowledge card</translation>
    </message>
    <message>
        <source>Livshot – fråga först</source>
        <translation>Threats to life – ask first</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Ring {unit}</source>
        <translation>Call {unit}</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Svarar för kortet: {owner}. Version {number}.</source>
        <translation>Answers for the card: {owner}. Version {number}.</translation>
    </message>
    <message>
        <source>Ämne</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Återkom om</source>
        <translation>Call back if</translation>
    </message>
</context>
<context>
    <name>TurnDialog</name>
    <message>
        <source>Ersättare: rings när ingen annan svarar</source>
        <translation>Deputy: called when nobody else answers</translation>
    </message>
    <message>
        <source>Från</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Funktion</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Nytt pass</source>
        <translation>New turn on call</translation>
    </message>
    <message>
        <source>Plats i ringordningen</source>
        <translation>Place in the order of calling</translation>
    </message>
    <message>
        <source>Skriv 1 för den som rings först.</source>
        <translation>Enter 1 for whoever is called first.</translation>
    </message>
    <message>
        <source>Skriv tiden som 2026-11-21 18:00.</source>
        <translation>Write the time as 2026-11-21 18:00.</translation>
    </message>
    <message>
        <source>Skriv vilken jour det är.</source>
        <translation>Enter which on-call function it is.</translation>
    </message>
    <message>
        <source>Slutet ligger före början.</source>
        <translation>The end lies before the beginning.</translation>
    </message>
    <message>
        <source>Som 18:00 eller 2026-11-21 18:00.</source>
        <translation>Such as 18:00 or 2026-11-21 18:00.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Ändra passet</source>
        <translation>Change the turn on call</translation>
    </message>
</context>
<context>
    <name>UnansweredDialog</name>
    <message>
        <source>Frågan är skickad till redaktören.</source>
        <translation>The question is sent to the editor.</translation>
    </message>
    <message>
        <source>Obesvarad fråga till redaktören</source>
        <translation>Unanswered question to the editor</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Skicka</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Skriv frågan, inte vem som ställde den: inga namn, nummer eller sjukdomar.</source>
        <translation>Write the question, not who asked it: no names, numbers or illnesses.</translation>
    </message>
    <message>
        <source>Skriv vad som frågades.</source>
        <translation>Write what was asked.</translation>
    </message>
    <message>
        <source>Vad frågades det om</source>
        <translation>What was asked about</translation>
    </message>
</context>
<context>
    <name>UnidentifiedDialog</name>
    <message>
        <source>Anteckningen skrivs på en okänd person och kan knytas till rätt person senare.</source>
        <translation>The note is written about an unknown person and can be tied to the right one later.</translation>
    </message>
    <message>
        <source>Fortsätt</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Hur personen ska kallas</source>
        <translation>What to call the person</translation>
    </message>
    <message>
        <source>Okänd identitet</source>
        <translation>Unknown identity</translation>
    </message>
    <message>
        <source>Till exempel: Kvinna, cirka 40 år</source>
        <translation>For example: Woman, about 40</translation>
    </message>
</context>
<context>
    <name>UnidentifyDialog</name>
    <message>
        <source>Hur personen ska kallas</source>
        <translation>What to call the person</translation>
    </message>
    <message>
        <source>Numret gavs till fel person. Det blir ledigt igen, och det som är antecknat ligger kvar på den här personen.</source>
        <translation>The number was given to the wrong person. It becomes free again, and what has been noted stays with this person.</translation>
    </message>
    <message>
        <source>Skrivet under numret. Kontrollera vem det gäller:</source>
        <translation>Written under the number. Check whom it is about:</translation>
    </message>
    <message>
        <source>Ta tillbaka</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Ta tillbaka identitetsnumret</source>
        <translation>Take back the identity number</translation>
    </message>
    <message>
        <source>Tas tillbaka: {number}. Åter: {former}.</source>
        <translation>Taken back: {number}. Again: {former}.</translation>
    </message>
    <message>
        <source>Varför numret är fel</source>
        <translation>Why the number is wrong</translation>
    </message>
</context>
<context>
    <name>UnitActs</name>
    <message>
        <source>Häv omdirigering</source>
        <translation>Lift the redirect</translation>
    </message>
    <message>
        <source>Jourlistan</source>
        <translation>The on-call roster</translation>
    </message>
    <message>
        <source>Läs in fil</source>
        <translation>Import a file</translation>
    </message>
    <message>
        <source>Ny enhet</source>
        <translation>New unit</translation>
    </message>
    <message>
        <source>Omdirigera</source>
        <translation>Redirect</translation>
    </message>
    <message>
        <source>Ta i bruk igen</source>
        <translation>Put back into use</translation>
    </message>
    <message>
        <source>Ta ur bruk</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Versioner</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>UnitBoxes</name>
    <message>
        <source>Enheter med spärrade uppgifter</source>
        <translation>Units with blocked data</translation>
    </message>
    <message>
        <source>Välj bara dem som behövs för vården nu.</source>
        <translation>Choose only those needed for the care now.</translation>
    </message>
</context>
<context>
    <name>UnitCardDialog</name>
    <message>
        <source>Den kan vara borttagen, eller så är katalogen inte inläst än.</source>
        <translation>It may have been removed, or the directory has not been read yet.</translation>
    </message>
    <message>
        <source>Enheten finns inte i katalogen</source>
        <translation>The unit is not in the directory</translation>
    </message>
    <message>
        <source>Enhetens kort</source>
        <translation>The unit&apos;s card</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>UnitCardView</name>
    <message>
        <source>Adress</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Andra enheter</source>
        <translation>Other units</translation>
    </message>
    <message>
        <source>Endast för {roles}; lämnas inte ut.</source>
        <translation>Only for {roles}; not to be given out.</translation>
    </message>
    <message>
        <source>Enheten har inget kort än.</source>
        <translation>The unit has no card yet.</translation>
    </message>
    <message>
        <source>Enhetens kort</source>
        <translation>The unit&apos;s card</translation>
    </message>
    <message>
        <source>Ersatt av {unit}</source>
        <translation>Replaced by {unit}</translation>
    </message>
    <message>
        <source>Godkänt av</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>HSA-id</source>
        <translation>HSA-id</translation>
    </message>
    <message>
        <source>Hitta dit</source>
        <translation>How to find it</translation>
    </message>
    <message>
        <source>Kallas även</source>
        <translation>Also called</translation>
    </message>
    <message>
        <source>Kan bokas från 1177</source>
        <translation>Can be booked from 1177</translation>
    </message>
    <message>
        <source>Karta</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Kortet</source>
        <translation>The card</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Om uppgifterna</source>
        <translation>About these data</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Ring {number}</source>
        <translation>Call {number}</translation>
    </message>
    <message>
        <source>Skicka hit</source>
        <translation>Send here</translation>
    </message>
    <message>
        <source>Skicka inte hit</source>
        <translation>Do not send here</translation>
    </message>
    <message>
        <source>Tar emot för</source>
        <translation>Accepts for</translation>
    </message>
    <message>
        <source>Tar inte emot för</source>
        <translation>Does not accept for</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Ur bruk sedan {time}</source>
        <translation>Retired since {time}</translation>
    </message>
    <message>
        <source>Version {number}, ändrad {time}</source>
        <translation>Version {number}, changed {time}</translation>
    </message>
    <message>
        <source>Webbplats</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>i dag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>teleQ: kan ställas i kö</source>
        <translation>teleQ: can be put in the queue</translation>
    </message>
    <message>
        <source>Ålder</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Öppet</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Öppet de närmaste dagarna</source>
        <translation>Open in the next few days</translation>
    </message>
</context>
<context>
    <name>UnitCombo</name>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Write a part of the name</translation>
    </message>
</context>
<context>
    <name>UnitDialog</name>
    <message>
        <source>Andra enheter</source>
        <translation>Other units</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Enheten</source>
        <translation>The unit</translation>
    </message>
    <message>
        <source>Enheten behöver ett namn.</source>
        <translation>The unit needs a name.</translation>
    </message>
    <message>
        <source>Entré, våning, målpunkt.</source>
        <translation>Entrance, floor, signposted destination.</translation>
    </message>
    <message>
        <source>Från</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Gata</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>HSA-id</source>
        <translation>HSA-id</translation>
    </message>
    <message>
        <source>Har en teleQ-kö som man kan ställa i</source>
        <translation>Has a teleQ queue that callers can be put in</translation>
    </message>
    <message>
        <source>Hitta dit</source>
        <translation>How to find it</translation>
    </message>
    <message>
        <source>Hur</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Inga andra enheter</source>
        <translation>No other units</translation>
    </message>
    <message>
        <source>Inga egna linjer</source>
        <translation>No lines of its own</translation>
    </message>
    <message>
        <source>Ingen tillfällig information</source>
        <translation>No temporary information</translation>
    </message>
    <message>
        <source>Kallas även</source>
        <translation>Also called</translation>
    </message>
    <message>
        <source>Kan bokas från 1177</source>
        <translation>Can be booked from 1177</translation>
    </message>
    <message>
        <source>Kommun</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Latitud och longitud, med punkt.</source>
        <translation>Latitude and longitude, with a decimal point.</translation>
    </message>
    <message>
        <source>Läge på kartan</source>
        <translation>Place on the map</translation>
    </message>
    <message>
        <source>Med komma mellan.</source>
        <translation>With commas between them.</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Namn utåt</source>
        <translation>Public name</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Ny enhet</source>
        <translation>New unit</translation>
    </message>
    <message>
        <source>Ny information</source>
        <translation>New information</translation>
    </message>
    <message>
        <source>Ny koppling</source>
        <translation>New link</translation>
    </message>
    <message>
        <source>Ny linje</source>
        <translation>New line</translation>
    </message>
    <message>
        <source>Postadress</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>Skriv läget som 57.782600, 14.161800.</source>
        <translation>Write the place as 57.782600, 14.161800.</translation>
    </message>
    <message>
        <source>Som mån-fre 08:00-17:00; lör 10:00-14:00; helg 10:00-14:00; 2026-12-24 stängt. Tomt betyder okänt.</source>
        <translation>In Swedish, such as mån-fre 08:00-17:00; lör 10:00-14:00; helg 10:00-14:00; 2026-12-24 stängt (Mon–Fri, Sat, holidays, closed). Empty means unknown.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Telefonlinjer</source>
        <translation>Telephone lines</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Tider</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Till för</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Tillfällig information</source>
        <translation>Temporary information</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Var den ligger</source>
        <translation>Where it is</translation>
    </message>
    <message>
        <source>Visas för</source>
        <translation>Shown to</translation>
    </message>
    <message>
        <source>Webbplats</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Ändra enheten</source>
        <translation>Change the unit</translation>
    </message>
    <message>
        <source>Öppettider</source>
        <translation>Opening hours</translation>
    </message>
</context>
<context>
    <name>UnitFinder</name>
    <message>
        <source>Enheter</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Ingen enhet passar</source>
        <translation>No unit fits</translation>
    </message>
    <message>
        <source>Kommun</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Type part of the name</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
</context>
<context>
    <name>UnitHistoryDialog</name>
    <message>
        <source>Första versionen</source>
        <translation>The first version</translation>
    </message>
    <message>
        <source>Hämtar versionerna</source>
        <translation>Fetching the versions</translation>
    </message>
    <message>
        <source>Inget som syns på kortet</source>
        <translation>Nothing that shows on the card</translation>
    </message>
    <message>
        <source>Kortet har bara en version</source>
        <translation>The card has only one version</translation>
    </message>
    <message>
        <source>När</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tidigare versioner av {unit}</source>
        <translation>Earlier versions of {unit}</translation>
    </message>
    <message>
        <source>Vad som ändrades</source>
        <translation>What was changed</translation>
    </message>
    <message>
        <source>Vem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Versioner</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>Ändrade</source>
        <translation>Changed</translation>
    </message>
</context>
<context>
    <name>UnitImportDialog</name>
    <message>
        <source>Alla filer (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>En CSV-fil med rubriker, eller en XML-fil ur HSA. HSA-id avgör vilken enhet det är. Det som filen inte har står kvar på kortet.</source>
        <translation>A CSV file with headings, or an XML file from HSA. The HSA-id decides which unit it is. What the file does not have stays on the card.</translation>
    </message>
    <message>
        <source>Enheterna är inlästa: {count}.</source>
        <translation>The units have been imported: {count}.</translation>
    </message>
    <message>
        <source>Filen har inga enheter.</source>
        <translation>The file has no units.</translation>
    </message>
    <message>
        <source>Ingen fil är vald.</source>
        <translation>No file is chosen.</translation>
    </message>
    <message>
        <source>Inget läses in. Fel i filen: {faults}. Rätta den och välj den igen.</source>
        <translation>Nothing is imported. Faults in the file: {faults}. Correct it and choose it again.</translation>
    </message>
    <message>
        <source>Läs in</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Läs in enheter</source>
        <translation>Import units</translation>
    </message>
    <message>
        <source>Rader med fel, eller enheter som ändras</source>
        <translation>Faulty rows, or units to be changed</translation>
    </message>
    <message>
        <source>Text och XML (*.csv *.tsv *.txt *.xml)</source>
        <translation>Text and XML (*.csv *.tsv *.txt *.xml)</translation>
    </message>
    <message>
        <source>Välj en fil med enheter</source>
        <translation>Choose a file of units</translation>
    </message>
    <message>
        <source>Välj fil</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>{count} HSA-id har ovanlig form och behålls.</source>
        <translation>{count} HSA-ids have an unusual form and are kept.</translation>
    </message>
    <message>
        <source>{count} nedlagda är utelämnade.</source>
        <translation>{count} that have closed down are left out.</translation>
    </message>
    <message>
        <source>{done} av {all}</source>
        <translation>{done} of {all}</translation>
    </message>
    <message>
        <source>{new} nya enheter, {changed} ändras, {same} är redan lika.</source>
        <translation>{new} new units, {changed} to be changed, {same} the same already.</translation>
    </message>
    <message>
        <source>{why} Inlästa: {done} av {all}. Läs in samma fil igen för resten.</source>
        <translation>{why} Imported: {done} of {all}. Import the same file again for the rest.</translation>
    </message>
</context>
<context>
    <name>UnitRows</name>
    <message>
        <source>Skriv ett nummer.</source>
        <translation>Enter a number.</translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message>
        <source>Alla kommuner</source>
        <translation>All municipalities</translation>
    </message>
    <message>
        <source>Alla typer</source>
        <translation>All types</translation>
    </message>
    <message>
        <source>De {count} första visas; skriv mer för att hitta fler.</source>
        <translation>The first {count} are shown; type more to find others.</translation>
    </message>
    <message>
        <source>Enheter</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Har teleQ</source>
        <translation>Has teleQ</translation>
    </message>
    <message>
        <source>Hämtar enheterna</source>
        <translation>Fetching the units</translation>
    </message>
    <message>
        <source>Ingen enhet passar</source>
        <translation>No unit fits</translation>
    </message>
    <message>
        <source>Kommun</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Skriv färre bokstäver, eller ta bort ett urval.</source>
        <translation>Type fewer letters, or take away a filter.</translation>
    </message>
    <message>
        <source>Sök enhet</source>
        <translation>Search for a unit</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Träffar: {count}</source>
        <translation>Matches: {count}</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Typ och kommun</source>
        <translation>Type and municipality</translation>
    </message>
    <message>
        <source>Även ur bruk</source>
        <translation>Retired ones too</translation>
    </message>
    <message>
        <source>Öppet</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Öppet nu</source>
        <translation>Open now</translation>
    </message>
</context>
<context>
    <name>UnmergeDialog</name>
    <message>
        <source>Båda står för sig själva igen, som de var.</source>
        <translation>Both stand on their own again, as they were.</translation>
    </message>
    <message>
        <source>Dela</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Dela sammanslagningen</source>
        <translation>Undo the merge</translation>
    </message>
    <message>
        <source>Skrivet efter sammanslagningen. Kontrollera vem det gäller:</source>
        <translation>Written after the merge. Check whom it is about:</translation>
    </message>
    <message>
        <source>den andra</source>
        <translation>the other</translation>
    </message>
    <message>
        <source>den som behålls</source>
        <translation>the one kept</translation>
    </message>
    <message>
        <source>{kept} och {absorbed}</source>
        <translation>{kept} and {absorbed}</translation>
    </message>
    <message>
        <source>{time}, {author}: står på {name}</source>
        <translation>{time}, {author}: is on {name}</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Hämtar versionerna</source>
        <translation>Fetching the versions</translation>
    </message>
    <message>
        <source>I bruk</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Kortet är i bruk igen.</source>
        <translation>The card is in use again.</translation>
    </message>
    <message>
        <source>Kortets versioner</source>
        <translation>The card&apos;s versions</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Rubrik</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ta i bruk igen</source>
        <translation>Put back into use</translation>
    </message>
    <message>
        <source>Ur bruk</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Versioner</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>{heading}. Svarar för kortet: {owner}. Granskat: {day}.</source>
        <translation>{heading}. Answers for the card: {owner}. Reviewed: {day}.</translation>
    </message>
    <message>
        <source>Ändrad</source>
        <translation>Changed</translation>
    </message>
</context>
<context>
    <name>WaitDialog</name>
    <message>
        <source>Behöver veta det</source>
        <translation>Needs to know</translation>
    </message>
    <message>
        <source>Dagar som passar; ingen kryssad: alla</source>
        <translation>Days that suit; none ticked: all</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Enhetens egen, som i deras tidbok.</source>
        <translation>The unit&apos;s own, as in its appointment book.</translation>
    </message>
    <message>
        <source>Kan få tid vid andra enheter också</source>
        <translation>Can have a time at other units too</translation>
    </message>
    <message>
        <source>Klockan från</source>
        <translation>From (clock)</translation>
    </message>
    <message>
        <source>Klockan till</source>
        <translation>To (clock)</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Lämnar någon återbud rings den som passar och står på tur.</source>
        <translation>When somebody cancels, whoever fits and is next in turn is called.</translation>
    </message>
    <message>
        <source>Nummer att ringa</source>
        <translation>Number to call</translation>
    </message>
    <message>
        <source>Om den är känd.</source>
        <translation>If it is known.</translation>
    </message>
    <message>
        <source>Patienten står på väntelistan.</source>
        <translation>The patient is on the waiting list.</translation>
    </message>
    <message>
        <source>På väntelistan</source>
        <translation>On the waiting list</translation>
    </message>
    <message>
        <source>Raden på väntelistan är ändrad.</source>
        <translation>The line of the waiting list is changed.</translation>
    </message>
    <message>
        <source>Senast</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>Skriv dagen som 26/11 eller 2026-11-26.</source>
        <translation>Write the day as 26/11 or 2026-11-26.</translation>
    </message>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Write a part of the name</translation>
    </message>
    <message>
        <source>Skriv klockan som 08:00.</source>
        <translation>Write the time as 08:00.</translation>
    </message>
    <message>
        <source>Skriv vilken sorts tid.</source>
        <translation>Write which kind of time.</translation>
    </message>
    <message>
        <source>Som 26/11 eller torsdag. Tomt: när som helst.</source>
        <translation>Such as 26/11 or torsdag. Empty: at any time.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Sätt upp på väntelistan</source>
        <translation>Put on the waiting list</translation>
    </message>
    <message>
        <source>Tidigast</source>
        <translation>Earliest</translation>
    </message>
    <message>
        <source>Tidstyp</source>
        <translation>Kind of time</translation>
    </message>
    <message>
        <source>Välj en enhet.</source>
        <translation>Choose a unit.</translation>
    </message>
    <message>
        <source>Vårdgarantins dag</source>
        <translation>The care guarantee&apos;s day</translation>
    </message>
    <message>
        <source>{count} dygn före</source>
        <translation>{count} days before</translation>
    </message>
    <message>
        <source>{count} timmar före</source>
        <translation>{count} hours before</translation>
    </message>
</context>
<context>
    <name>WaitListPart</name>
    <message>
        <source>Avsluta</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Frågad</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Ingen patient nämns i listan. Den som öppnas loggas.</source>
        <translation>No patient is named in the list. Whoever is opened is logged.</translation>
    </message>
    <message>
        <source>Ingen väntar vid enheten</source>
        <translation>Nobody is waiting at the unit</translation>
    </message>
    <message>
        <source>Ny på väntelistan</source>
        <translation>New on the waiting list</translation>
    </message>
    <message>
        <source>När</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Passar</source>
        <translation>Suits</translation>
    </message>
    <message>
        <source>Prioritet</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Write a part of the name</translation>
    </message>
    <message>
        <source>Sätt upp patienten härifrån eller från samtalskortet.</source>
        <translation>Put the patient on it from here or from the call card.</translation>
    </message>
    <message>
        <source>Tidstyp</source>
        <translation>Kind of time</translation>
    </message>
    <message>
        <source>Varsel</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>Välj en enhet</source>
        <translation>Choose a unit</translation>
    </message>
    <message>
        <source>Väntar sedan</source>
        <translation>Waiting since</translation>
    </message>
    <message>
        <source>Väntar: {count}</source>
        <translation>Waiting: {count}</translation>
    </message>
    <message>
        <source>Väntelista</source>
        <translation>Waiting list</translation>
    </message>
    <message>
        <source>Vårdgaranti</source>
        <translation>Care guarantee</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>Den äldsta först.</source>
        <translation>The oldest first.</translation>
    </message>
    <message>
        <source>Fråga</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Frågan är omhändertagen.</source>
        <translation>The question is settled.</translation>
    </message>
    <message>
        <source>Hämtar frågorna</source>
        <translation>Fetching the questions</translation>
    </message>
    <message>
        <source>Inget väntar</source>
        <translation>Nothing is waiting</translation>
    </message>
    <message>
        <source>Kort</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Kort som svarar redan</source>
        <translation>Card that answers already</translation>
    </message>
    <message>
        <source>Kortet svarar</source>
        <translation>The card answers</translation>
    </message>
    <message>
        <source>Kunskapskort</source>
        <translation>Knowledge card</translation>
    </message>
    <message>
        <source>Obesvarade frågor</source>
        <translation>Unanswered questions</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Skriv ett kort</source>
        <translation>Write a card</translation>
    </message>
    <message>
        <source>Ställd</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sök det kort som svarar</source>
        <translation>Search for the card that answers</translation>
    </message>
    <message>
        <source>Utan kort</source>
        <translation>Without a card</translation>
    </message>
</context>
<context>
    <name>WaiverDialog</name>
    <message>
        <source>Anteckna</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Anteckningen behöver inte signeras</source>
        <translation>The note need not be signed</translation>
    </message>
    <message>
        <source>Skälet antecknas i journalen med tid och ditt namn.</source>
        <translation>The reason is noted in the record with time and your name.</translation>
    </message>
    <message>
        <source>Varför?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Välj ett skäl.</source>
        <translation>Choose a reason.</translation>
    </message>
</context>
<context>
    <name>WayList</name>
    <message>
        <source>Vad du kan göra</source>
        <translation>What you can do</translation>
    </message>
</context>
<context>
    <name>What</name>
    <message>
        <source>Annan vårdgivare</source>
        <translation>Another care provider</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Har vårdgivaren svarat?</source>
        <translation>Has the care provider answered?</translation>
    </message>
    <message>
        <source>Informerat om</source>
        <translation>Told of</translation>
    </message>
    <message>
        <source>Kan patienten ha skadats i vården?</source>
        <translation>Can the patient have been injured in care?</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Kryssa för det du har sagt.</source>
        <translation>Tick what you have said.</translation>
    </message>
    <message>
        <source>När hände det?</source>
        <translation>When did it happen?</translation>
    </message>
    <message>
        <source>Om enheten inte finns i katalogen.</source>
        <translation>If the unit is not in the directory.</translation>
    </message>
    <message>
        <source>Skriv en del av namnet</source>
        <translation>Write a part of the name</translation>
    </message>
    <message>
        <source>Skriv en del av ordet</source>
        <translation>Write a part of the word</translation>
    </message>
    <message>
        <source>Som 2026-11-20, november 2026 eller bara 2026.</source>
        <translation>As 2026-11-20, November 2026 or just 2026.</translation>
    </message>
</context>
<context>
    <name>WhereTo</name>
    <message>
        <source>Bortvalda</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>Bortvalda: {count}</source>
        <translation>Left out: {count}</translation>
    </message>
    <message>
        <source>Fler förslag</source>
        <translation>More suggestions</translation>
    </message>
    <message>
        <source>Förslag, det bästa först</source>
        <translation>Suggestions, the best first</translation>
    </message>
    <message>
        <source>Listad hos</source>
        <translation>Listed with</translation>
    </message>
    <message>
        <source>Okänt – skriv en del av namnet</source>
        <translation>Unknown – type part of the name</translation>
    </message>
    <message>
        <source>Okänt – skriv kommunen</source>
        <translation>Unknown – type the municipality</translation>
    </message>
    <message>
        <source>Stäng förslagen</source>
        <translation>Close the suggestions</translation>
    </message>
    <message>
        <source>Vart?</source>
        <translation>Where to?</translation>
    </message>
    <message>
        <source>och {count} längre bort</source>
        <translation>and {count} farther away</translation>
    </message>
    <message>
        <source>{count} förslag till</source>
        <translation>{count} more suggestions</translation>
    </message>
    <message>
        <source>Är nu i</source>
        <translation>Is now in</translation>
    </message>
</context>
<context>
    <name>WhereWords</name>
    <message>
        <source>Framme cirka {time}</source>
        <translation>There at about {time}</translation>
    </message>
    <message>
        <source>Förslag, inget beslut. Hur gammal katalogen är är okänt.</source>
        <translation>Suggestions, not a decision. How old the directory is is not known.</translation>
    </message>
    <message>
        <source>Förslag, inget beslut. Katalogen ändrades senast {time}.</source>
        <translation>Suggestions, not a decision. The directory was last changed {time}.</translation>
    </message>
    <message>
        <source>Inga regler är publicerade.</source>
        <translation>No rules have been published.</translation>
    </message>
    <message>
        <source>Regler nr {number}, demonstration.</source>
        <translation>Rules no. {number}, demonstration.</translation>
    </message>
    <message>
        <source>Regler nr {number}.</source>
        <translation>Rules no. {number}.</translation>
    </message>
    <message>
        <source>Uppgifter från {day}</source>
        <translation>Data from {day}</translation>
    </message>
    <message>
        <source>Uppgifternas ålder är okänd</source>
        <translation>The age of the data is not known</translation>
    </message>
</context>
<context>
    <name>WhichUnitDialog</name>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Gå vidare</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Omdirigera en enhet</source>
        <translation>Redirect a unit</translation>
    </message>
    <message>
        <source>Sök enheten som ingen ska skickas till nu.</source>
        <translation>Search for the unit that nobody is to be sent to now.</translation>
    </message>
    <message>
        <source>Sök och välj en enhet.</source>
        <translation>Search for a unit and choose it.</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>Gäller det ett barn?</source>
        <translation>Is it about a child?</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Namn, om patienten inte finns på kortet.</source>
        <translation>Name, if the patient is not on the card.</translation>
    </message>
    <message>
        <source>Patienten</source>
        <translation>The patient</translation>
    </message>
    <message>
        <source>Relation till patienten</source>
        <translation>Relation to the patient</translation>
    </message>
    <message>
        <source>Samtycker patienten?</source>
        <translation>Does the patient agree?</translation>
    </message>
    <message>
        <source>Skyddade personuppgifter?</source>
        <translation>Protected identity?</translation>
    </message>
    <message>
        <source>Som mor, son.</source>
        <translation>As mother, son.</translation>
    </message>
    <message>
        <source>Språk, om inte svenska</source>
        <translation>Language, if not Swedish</translation>
    </message>
    <message>
        <source>Vem klagar eller tycker?</source>
        <translation>Who complains or has a view?</translation>
    </message>
</context>
<context>
    <name>WhoPanel</name>
    <message>
        <source>Ange person</source>
        <translation>Enter a person</translation>
    </message>
    <message>
        <source>Anonym</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>Anonym – ingen journal</source>
        <translation>Anonymous – no record</translation>
    </message>
    <message>
        <source>Anonym, ingen journal</source>
        <translation>Anonymous, no record</translation>
    </message>
    <message>
        <source>Okänd identitet</source>
        <translation>Unknown identity</translation>
    </message>
    <message>
        <source>Personnummer eller reservnummer</source>
        <translation>Personal identity or reserve number</translation>
    </message>
    <message>
        <source>Sök</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Sök på namn</source>
        <translation>Search by name</translation>
    </message>
    <message>
        <source>Vem gäller det?</source>
        <translation>Whom is it about?</translation>
    </message>
    <message>
        <source>ÅÅÅÅMMDD-NNNN</source>
        <translation>YYYYMMDD-NNNN</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Kundcenter</source>
        <translation>Kundcenter</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Platser</source>
        <translation>Places</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Bara den som klagade kan ta det tillbaka.</source>
        <translation>Only whoever complained can take it back.</translation>
    </message>
    <message>
        <source>Skriv vad den som klagade sade.</source>
        <translation>Write what whoever complained said.</translation>
    </message>
    <message>
        <source>Tas ärendet tillbaka?</source>
        <translation>Is the case withdrawn?</translation>
    </message>
    <message>
        <source>Vad som sades</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>Ärendet är återtaget.</source>
        <translation>The case is withdrawn.</translation>
    </message>
    <message>
        <source>Återtaget</source>
        <translation>Withdrawn</translation>
    </message>
</context>
<context>
    <name>WorkTurnDialog</name>
    <message>
        <source>Anmärkning</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Arbetar som</source>
        <translation>Works as</translation>
    </message>
    <message>
        <source>Börjar</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Dagen då passet börjar.</source>
        <translation>The day on which the turn begins.</translation>
    </message>
    <message>
        <source>Egna tider</source>
        <translation>Own times</translation>
    </message>
    <message>
        <source>Nytt pass</source>
        <translation>New turn</translation>
    </message>
    <message>
        <source>Passet är borttaget: {day}.</source>
        <translation>The turn is removed: {day}.</translation>
    </message>
    <message>
        <source>Passet är sparat: {day}.</source>
        <translation>The turn is saved: {day}.</translation>
    </message>
    <message>
        <source>Raster och pauser</source>
        <translation>Breaks</translation>
    </message>
    <message>
        <source>Rasterna måste ligga inom passet och får inte överlappa varandra.</source>
        <translation>The breaks are not within the turn, or overlap.</translation>
    </message>
    <message>
        <source>Skift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Skriv dagen som 2026-11-23.</source>
        <translation>Write the day as 2026-11-23.</translation>
    </message>
    <message>
        <source>Skriv som RAST 12:00 45, PAUS 14:15 15.</source>
        <translation>Write as RAST 12:00 45, PAUS 14:15 15.</translation>
    </message>
    <message>
        <source>Skriv tiden som 07:00.</source>
        <translation>Write the time as 07:00.</translation>
    </message>
    <message>
        <source>Slutar</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>Som RAST 12:00 45, PAUS 14:15 15, eller inga.</source>
        <translation>As RAST 12:00 45, PAUS 14:15 15, or none.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ta bort passet</source>
        <translation>Remove the turn</translation>
    </message>
    <message>
        <source>Tryck en gång till för att ta bort passet.</source>
        <translation>Press once more to remove the turn.</translation>
    </message>
    <message>
        <source>Vem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Välj vad personen arbetar som.</source>
        <translation>Choose what the person works as.</translation>
    </message>
    <message>
        <source>Välj vem som arbetar.</source>
        <translation>Choose who works.</translation>
    </message>
    <message>
        <source>{day}: {lasts}, varav arbetstid {worked}.</source>
        <translation>{day}: {lasts}, of which working time {worked}.</translation>
    </message>
    <message>
        <source>Ändra passet</source>
        <translation>Change the turn</translation>
    </message>
</context>
<context>
    <name>Workstation</name>
    <message>
        <source>Något gick fel i programmet. Felet är antecknat med nummer {number}.</source>
        <translation>Something went wrong in the program. The error is noted with number {number}.</translation>
    </message>
    <message>
        <source>Om {minutes} minuter låses skärmen, och du skriver lösenordet på nytt.</source>
        <translation>In {minutes} minutes the screen locks and you enter your password again.</translation>
    </message>
    <message>
        <source>Osparad text skyddas</source>
        <translation>Unsaved text is protected</translation>
    </message>
    <message>
        <source>Osparad text skyddas inte: disken tar inte emot</source>
        <translation>Unsaved text is not protected: the disk does not accept it</translation>
    </message>
    <message>
        <source>Sparat lokalt, krypterat</source>
        <translation>Saved locally, encrypted</translation>
    </message>
    <message>
        <source>Sparat, men inte i reservkopian bredvid</source>
        <translation>Saved, but not in the copy beside it</translation>
    </message>
    <message>
        <source>TESTDATA – inga verkliga personer</source>
        <translation>TEST DATA – no real persons</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>112 svarade mig</source>
        <translation>112 answered me</translation>
    </message>
    <message>
        <source>Alla stickprov</source>
        <translation>All samples</translation>
    </message>
    <message>
        <source>Alla tangenter</source>
        <translation>All keys</translation>
    </message>
    <message>
        <source>Andra listan</source>
        <translation>The other list</translation>
    </message>
    <message>
        <source>Ange patient</source>
        <translation>Name the patient</translation>
    </message>
    <message>
        <source>Annat nummer</source>
        <translation>Another number</translation>
    </message>
    <message>
        <source>Anonym, eller ange person</source>
        <translation>Anonymous, or name a person</translation>
    </message>
    <message>
        <source>Antal frågor per kort</source>
        <translation>Number of questions for each card</translation>
    </message>
    <message>
        <source>Antal platser</source>
        <translation>Number of places</translation>
    </message>
    <message>
        <source>Anteckna avvikande mening</source>
        <translation>Note a dissent</translation>
    </message>
    <message>
        <source>Anteckna en händelse</source>
        <translation>Note an incident</translation>
    </message>
    <message>
        <source>Arbetsplatsen</source>
        <translation>The workplace</translation>
    </message>
    <message>
        <source>Att göra</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Avboka</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Avbokad</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Avböj ett överlämnat samtal</source>
        <translation>Decline a call handed to you</translation>
    </message>
    <message>
        <source>Avsluta</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Avsluta efterarbetet, ledig nu</source>
        <translation>End the wrap-up, available now</translation>
    </message>
    <message>
        <source>Avsluta väntan</source>
        <translation>End the wait</translation>
    </message>
    <message>
        <source>Avsteg från beslutsstödet</source>
        <translation>Deviation from the decision support</translation>
    </message>
    <message>
        <source>Bakgrund</source>
        <translation>Background</translation>
    </message>
    <message>
        <source>Bedöm åtkomsten</source>
        <translation>Assess the access</translation>
    </message>
    <message>
        <source>Bedömning</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Behöver inte signeras</source>
        <translation>Need not be signed</translation>
    </message>
    <message>
        <source>Bekräfta mottagandet</source>
        <translation>Acknowledge receipt</translation>
    </message>
    <message>
        <source>Beslut om vårdskada</source>
        <translation>Decision about a care injury</translation>
    </message>
    <message>
        <source>Beslutsstöd och tolk</source>
        <translation>Decision support and interpreter</translation>
    </message>
    <message>
        <source>Besvara</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Bevarandetid</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Boka ny tid</source>
        <translation>Book a new time</translation>
    </message>
    <message>
        <source>Boka om</source>
        <translation>Rebook</translation>
    </message>
    <message>
        <source>Brev</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Byt lösenord</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>Byt patient</source>
        <translation>Change patient</translation>
    </message>
    <message>
        <source>Bättre sedan sist</source>
        <translation>Better since last time</translation>
    </message>
    <message>
        <source>Börja utreda</source>
        <translation>Begin to investigate</translation>
    </message>
    <message>
        <source>Dag, natt eller nödläge</source>
        <translation>Day, night or emergency</translation>
    </message>
    <message>
        <source>Ditt pass efter</source>
        <translation>Your shift after</translation>
    </message>
    <message>
        <source>Ditt pass före</source>
        <translation>Your shift before</translation>
    </message>
    <message>
        <source>Dra samtal att gå igenom</source>
        <translation>Draw calls to go through</translation>
    </message>
    <message>
        <source>Dra stickprov</source>
        <translation>Draw a sample</translation>
    </message>
    <message>
        <source>Dölj varningstecknet</source>
        <translation>Hide the warning sign</translation>
    </message>
    <message>
        <source>Egen lydelse av ett ämne</source>
        <translation>Own wording of a topic</translation>
    </message>
    <message>
        <source>Ej nådd</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Enhetens kort</source>
        <translation>The unit&apos;s card</translation>
    </message>
    <message>
        <source>Enhetens tidigare versioner</source>
        <translation>The unit&apos;s earlier versions</translation>
    </message>
    <message>
        <source>Enheter</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Enheternas köer</source>
        <translation>The units&apos; queues</translation>
    </message>
    <message>
        <source>Erbjud inte tiden mer</source>
        <translation>Offer the time no more</translation>
    </message>
    <message>
        <source>Exportera anteckningen</source>
        <translation>Export the note</translation>
    </message>
    <message>
        <source>Flytta till en annan tid</source>
        <translation>Move to another time</translation>
    </message>
    <message>
        <source>Fraser</source>
        <translation>Snippets</translation>
    </message>
    <message>
        <source>Fråga först, och koppla sedan</source>
        <translation>Ask first, then transfer</translation>
    </message>
    <message>
        <source>Frågan hänvisades</source>
        <translation>The question was referred</translation>
    </message>
    <message>
        <source>Frågan är administrativ eller medicinsk</source>
        <translation>The question is administrative or medical</translation>
    </message>
    <message>
        <source>Frågan är allmän eller individbunden</source>
        <translation>The question is general or about an individual</translation>
    </message>
    <message>
        <source>Frågan är enkel eller komplicerad</source>
        <translation>The question is simple or complex</translation>
    </message>
    <message>
        <source>Frågor med ja och nej</source>
        <translation>Questions with yes and no</translation>
    </message>
    <message>
        <source>Frånvaro</source>
        <translation>Absence</translation>
    </message>
    <message>
        <source>Fältens historik</source>
        <translation>History of the fields</translation>
    </message>
    <message>
        <source>Föregående del</source>
        <translation>Previous part</translation>
    </message>
    <message>
        <source>Föregående fönsterdel</source>
        <translation>Previous pane</translation>
    </message>
    <message>
        <source>Föregående kort</source>
        <translation>Previous card</translation>
    </message>
    <message>
        <source>Föregående lista</source>
        <translation>Previous list</translation>
    </message>
    <message>
        <source>Förra området</source>
        <translation>Previous area</translation>
    </message>
    <message>
        <source>Ge till en annan</source>
        <translation>Give to another</translation>
    </message>
    <message>
        <source>Godkänn innehållspaket</source>
        <translation>Approve the content pack</translation>
    </message>
    <message>
        <source>Hanterat</source>
        <translation>Handled</translation>
    </message>
    <message>
        <source>Hur bråttom</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>Hänvisade</source>
        <translation>Referred</translation>
    </message>
    <message>
        <source>Hänvisning</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Infoga återställd text</source>
        <translation>Insert recovered text</translation>
    </message>
    <message>
        <source>Inget svar</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Jour nu</source>
        <translation>On call now</translation>
    </message>
    <message>
        <source>Jourlistan</source>
        <translation>The on-call roster</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Kontakt med centralen</source>
        <translation>The link to the centre</translation>
    </message>
    <message>
        <source>Kontaktorsak</source>
        <translation>Contact reason</translation>
    </message>
    <message>
        <source>Kopiera kortets länk</source>
        <translation>Copy the card&apos;s link</translation>
    </message>
    <message>
        <source>Kopiera texten</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>Koppla ihop dem</source>
        <translation>Connect the two</translation>
    </message>
    <message>
        <source>Kortet svarade på frågan</source>
        <translation>The card answered the question</translation>
    </message>
    <message>
        <source>Kortets versioner</source>
        <translation>The card&apos;s versions</translation>
    </message>
    <message>
        <source>Kvalitet</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>Larm 112</source>
        <translation>112 alarm</translation>
    </message>
    <message>
        <source>Larma 112</source>
        <translation>Call 112</translation>
    </message>
    <message>
        <source>Logga ut</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Loggranskning</source>
        <translation>Log review</translation>
    </message>
    <message>
        <source>Lova att ringa upp</source>
        <translation>Promise to call</translation>
    </message>
    <message>
        <source>Läget</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Läget just nu</source>
        <translation>The situation right now</translation>
    </message>
    <message>
        <source>Lägg på</source>
        <translation>Hang up</translation>
    </message>
    <message>
        <source>Lämna tiden till andra</source>
        <translation>Leave the time to others</translation>
    </message>
    <message>
        <source>Lämna vidare löftet</source>
        <translation>Hand on the promise</translation>
    </message>
    <message>
        <source>Lämna återkoppling på innehåll</source>
        <translation>Give feedback on content</translation>
    </message>
    <message>
        <source>Lämna över</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Lämna över (SBAR)</source>
        <translation>Hand over (SBAR)</translation>
    </message>
    <message>
        <source>Läs in enheter ur en fil</source>
        <translation>Import units from a file</translation>
    </message>
    <message>
        <source>Läs in fraser ur en fil</source>
        <translation>Import snippets from a file</translation>
    </message>
    <message>
        <source>Läs in innehållspaket</source>
        <translation>Import a content pack</translation>
    </message>
    <message>
        <source>Läs in mätningar</source>
        <translation>Read in measurements</translation>
    </message>
    <message>
        <source>Läs in schema</source>
        <translation>Read in a roster</translation>
    </message>
    <message>
        <source>Läs in ur en e-tjänst</source>
        <translation>Read in from an e-service</translation>
    </message>
    <message>
        <source>Läst anteckning</source>
        <translation>Note being read</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Låt vänta tills det är ledigt</source>
        <translation>Let wait until it is free</translation>
    </message>
    <message>
        <source>Markera alla hanterade</source>
        <translation>Mark all as handled</translation>
    </message>
    <message>
        <source>Meddelanden</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Medicinsk prioritet</source>
        <translation>Medical priority</translation>
    </message>
    <message>
        <source>Mellan mått, överlämning och köer</source>
        <translation>Between figures, handover and queues</translation>
    </message>
    <message>
        <source>Mer tid för efterarbete</source>
        <translation>More time for wrap-up</translation>
    </message>
    <message>
        <source>Mitt eget pass</source>
        <translation>My own shift</translation>
    </message>
    <message>
        <source>Mitt pass</source>
        <translation>My shift</translation>
    </message>
    <message>
        <source>Motfråga eller nytt datum</source>
        <translation>Counter-question or new date</translation>
    </message>
    <message>
        <source>Mottagaren har fått det</source>
        <translation>The receiver has it</translation>
    </message>
    <message>
        <source>Mål eller mätningar</source>
        <translation>Targets or measurements</translation>
    </message>
    <message>
        <source>Mål och mätningar</source>
        <translation>Targets and measurements</translation>
    </message>
    <message>
        <source>Ny del</source>
        <translation>New part</translation>
    </message>
    <message>
        <source>Ny enhet</source>
        <translation>New unit</translation>
    </message>
    <message>
        <source>Ny fras</source>
        <translation>New snippet</translation>
    </message>
    <message>
        <source>Ny ledig tid</source>
        <translation>New free time</translation>
    </message>
    <message>
        <source>Ny operatör</source>
        <translation>New operator</translation>
    </message>
    <message>
        <source>Ny på väntelistan</source>
        <translation>New on the waiting list</translation>
    </message>
    <message>
        <source>Ny rad i katalogen</source>
        <translation>New row in the directory</translation>
    </message>
    <message>
        <source>Nytt kunskapskort</source>
        <translation>New knowledge card</translation>
    </message>
    <message>
        <source>Nytt lösenord</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Nytt meddelande</source>
        <translation>New message</translation>
    </message>
    <message>
        <source>Nytt mål eller ny mätning</source>
        <translation>New target or new measurement</translation>
    </message>
    <message>
        <source>Nytt pass</source>
        <translation>New turn on the roster</translation>
    </message>
    <message>
        <source>Nytt samtal</source>
        <translation>New call</translation>
    </message>
    <message>
        <source>Nytt utkast till regler</source>
        <translation>New draft of rules</translation>
    </message>
    <message>
        <source>Nytt ärende: klagomål, synpunkt, beröm</source>
        <translation>New case: complaint, view, praise</translation>
    </message>
    <message>
        <source>Nytt, annat än sist</source>
        <translation>New, other than last time</translation>
    </message>
    <message>
        <source>Nästa del</source>
        <translation>Next part</translation>
    </message>
    <message>
        <source>Nästa flik</source>
        <translation>Next tab</translation>
    </message>
    <message>
        <source>Nästa fönsterdel</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>Nästa kort</source>
        <translation>Next card</translation>
    </message>
    <message>
        <source>Nästa lista</source>
        <translation>Next list</translation>
    </message>
    <message>
        <source>Nästa område</source>
        <translation>Next area</translation>
    </message>
    <message>
        <source>Nästa samtal som väntar här</source>
        <translation>Next call that is waiting here</translation>
    </message>
    <message>
        <source>Nådd</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>Någon frågar efter en person</source>
        <translation>Somebody asks about a person</translation>
    </message>
    <message>
        <source>Obesvarad fråga till redaktören</source>
        <translation>Unanswered question to the editor</translation>
    </message>
    <message>
        <source>Obesvarade frågor</source>
        <translation>Unanswered questions</translation>
    </message>
    <message>
        <source>Oförändrat sedan sist</source>
        <translation>Unchanged since last time</translation>
    </message>
    <message>
        <source>Okänd identitet</source>
        <translation>Unknown identity</translation>
    </message>
    <message>
        <source>Omdirigera en enhet</source>
        <translation>Redirect a unit</translation>
    </message>
    <message>
        <source>Omdirigera enheten</source>
        <translation>Redirect the unit</translation>
    </message>
    <message>
        <source>Operatörer</source>
        <translation>Operators</translation>
    </message>
    <message>
        <source>Parkera eller återta</source>
        <translation>Hold or resume</translation>
    </message>
    <message>
        <source>Patientens inställning</source>
        <translation>The patient&apos;s view</translation>
    </message>
    <message>
        <source>Patientens spärrar</source>
        <translation>The patient&apos;s blocks</translation>
    </message>
    <message>
        <source>Patientens tider</source>
        <translation>The patient&apos;s times</translation>
    </message>
    <message>
        <source>Paus eller tillbaka</source>
        <translation>Break or back</translation>
    </message>
    <message>
        <source>Plats i enhetens återuppringning</source>
        <translation>Place in the unit&apos;s call-back queue</translation>
    </message>
    <message>
        <source>Prova fallen</source>
        <translation>Try the cases</translation>
    </message>
    <message>
        <source>Publicera reglerna</source>
        <translation>Publish the rules</translation>
    </message>
    <message>
        <source>Rapport till patienten</source>
        <translation>Report to the patient</translation>
    </message>
    <message>
        <source>Regler för avbokning</source>
        <translation>Rules for cancelling</translation>
    </message>
    <message>
        <source>Ring den som står på tur</source>
        <translation>Call whoever is next in turn</translation>
    </message>
    <message>
        <source>Ring enheten</source>
        <translation>Call the unit</translation>
    </message>
    <message>
        <source>Ring tillbaka</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>Rätta</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Råd och information</source>
        <translation>Advice and information</translation>
    </message>
    <message>
        <source>Sagt till inringaren: lägg inte på</source>
        <translation>Told the caller: do not hang up</translation>
    </message>
    <message>
        <source>Sagt: numret att ringa tillbaka på</source>
        <translation>Said: the number to call back on</translation>
    </message>
    <message>
        <source>Sagt: om patienten är vaken och andas</source>
        <translation>Said: whether the patient is awake and breathing</translation>
    </message>
    <message>
        <source>Sagt: vad som har hänt</source>
        <translation>Said: what has happened</translation>
    </message>
    <message>
        <source>Sagt: var patienten är</source>
        <translation>Said: where the patient is</translation>
    </message>
    <message>
        <source>Sagt: vem som möter</source>
        <translation>Said: who meets them</translation>
    </message>
    <message>
        <source>Sammanfattat och förstått</source>
        <translation>Summarised and understood</translation>
    </message>
    <message>
        <source>Samtal</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Samtalen bakom raden</source>
        <translation>The calls behind the row</translation>
    </message>
    <message>
        <source>Samtalskort</source>
        <translation>Call cards</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>Schemats vecka efter</source>
        <translation>The roster&apos;s week after</translation>
    </message>
    <message>
        <source>Schemats vecka före</source>
        <translation>The roster&apos;s week before</translation>
    </message>
    <message>
        <source>Schemats vecka nu</source>
        <translation>The roster&apos;s week now</translation>
    </message>
    <message>
        <source>Servicedisk</source>
        <translation>Service desk</translation>
    </message>
    <message>
        <source>Signera</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Skicka nu</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Skift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Skift, raster och gränser</source>
        <translation>Shifts, breaks and limits</translation>
    </message>
    <message>
        <source>Skiftet som lämnas över</source>
        <translation>The shift that is handed over</translation>
    </message>
    <message>
        <source>Skiftets sammanfattning</source>
        <translation>Shift summary</translation>
    </message>
    <message>
        <source>Skillnad: behåll det som gäller</source>
        <translation>Difference: keep what holds</translation>
    </message>
    <message>
        <source>Skillnad: skriv något tredje</source>
        <translation>Difference: write something third</translation>
    </message>
    <message>
        <source>Skillnad: ta det andra</source>
        <translation>Difference: take the other</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Skriv ut bekräftelsen</source>
        <translation>Print the acknowledgement</translation>
    </message>
    <message>
        <source>Släpp den som tillfrågas, eller sluta vänta</source>
        <translation>Let go of whoever is asked, or stop waiting</translation>
    </message>
    <message>
        <source>Släpp återuppringningen</source>
        <translation>Release the call-back</translation>
    </message>
    <message>
        <source>Slå upp beslutsstöd</source>
        <translation>Look up decision support</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Spara sammanfattningen som JSON</source>
        <translation>Save the summary as JSON</translation>
    </message>
    <message>
        <source>Spara som PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Spara statistiken som fil</source>
        <translation>Save the statistics as a file</translation>
    </message>
    <message>
        <source>Spara ändringarna</source>
        <translation>Save the changes</translation>
    </message>
    <message>
        <source>Statistik</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>Storskärm</source>
        <translation>Big screen</translation>
    </message>
    <message>
        <source>Ställ i enhetens kö</source>
        <translation>Place in the unit&apos;s queue</translation>
    </message>
    <message>
        <source>Stäng av eller öppna igen</source>
        <translation>Disable or enable again</translation>
    </message>
    <message>
        <source>Stäng eller öppna en kö</source>
        <translation>Close or open a queue</translation>
    </message>
    <message>
        <source>Stäng larmet</source>
        <translation>Close the alarm</translation>
    </message>
    <message>
        <source>Stäng tiden eller öppna den igen</source>
        <translation>Close the time or open it again</translation>
    </message>
    <message>
        <source>Svar på motfrågan har kommit</source>
        <translation>The counter-question has been answered</translation>
    </message>
    <message>
        <source>Svara</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Svarade inte</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Symtom och anamnes</source>
        <translation>Symptoms and history</translation>
    </message>
    <message>
        <source>Sämre sedan sist</source>
        <translation>Worse since last time</translation>
    </message>
    <message>
        <source>Sätt upp på väntelista</source>
        <translation>Put on a waiting list</translation>
    </message>
    <message>
        <source>Sök enhet</source>
        <translation>Search for a unit</translation>
    </message>
    <message>
        <source>Sök fras</source>
        <translation>Search for a snippet</translation>
    </message>
    <message>
        <source>Sök i journalen</source>
        <translation>Search the record</translation>
    </message>
    <message>
        <source>Sök i listan</source>
        <translation>Search the list</translation>
    </message>
    <message>
        <source>Sök i listan, eller på nummer</source>
        <translation>Search the list, or by number</translation>
    </message>
    <message>
        <source>Sök kunskapskort</source>
        <translation>Search knowledge cards</translation>
    </message>
    <message>
        <source>Sök och gör</source>
        <translation>Search and do</translation>
    </message>
    <message>
        <source>Sök person</source>
        <translation>Search for a person</translation>
    </message>
    <message>
        <source>Sök person, enhet eller svarsgrupp</source>
        <translation>Search for a person, unit or answering group</translation>
    </message>
    <message>
        <source>Sök samtal</source>
        <translation>Search calls</translation>
    </message>
    <message>
        <source>Sök ämne</source>
        <translation>Search for a topic</translation>
    </message>
    <message>
        <source>Ta bort delen</source>
        <translation>Remove the part</translation>
    </message>
    <message>
        <source>Ta bort återställd text</source>
        <translation>Remove recovered text</translation>
    </message>
    <message>
        <source>Ta emot ett ärende</source>
        <translation>Take in a case</translation>
    </message>
    <message>
        <source>Ta enheten ur bruk eller i bruk</source>
        <translation>Retire the unit or put it back into use</translation>
    </message>
    <message>
        <source>Ta hand om</source>
        <translation>Take on</translation>
    </message>
    <message>
        <source>Ta tillbaka ett överlämnat samtal</source>
        <translation>Take back a call handed over</translation>
    </message>
    <message>
        <source>Ta tillbaka meddelandet</source>
        <translation>Take the message back</translation>
    </message>
    <message>
        <source>Ta över samtal</source>
        <translation>Take over a call</translation>
    </message>
    <message>
        <source>Tackade ja</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Tackade nej</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>Tala alla tre</source>
        <translation>Talk all three</translation>
    </message>
    <message>
        <source>Tas tillbaka av den som klagade</source>
        <translation>Taken back by whoever complained</translation>
    </message>
    <message>
        <source>Text från larm 112</source>
        <translation>Text from 112 alarm</translation>
    </message>
    <message>
        <source>Text som följer med samtalet</source>
        <translation>Text that goes with the call</translation>
    </message>
    <message>
        <source>Texten som den blir</source>
        <translation>The text as it will be</translation>
    </message>
    <message>
        <source>Tider</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Till det som är stängt eller omdirigerat</source>
        <translation>To what is closed or redirected</translation>
    </message>
    <message>
        <source>Till köerna</source>
        <translation>To the queues</translation>
    </message>
    <message>
        <source>Till röstbrevlådan</source>
        <translation>To the voicemail</translation>
    </message>
    <message>
        <source>Uppgifter om personen</source>
        <translation>Facts about the person</translation>
    </message>
    <message>
        <source>Uppgiftslämnare</source>
        <translation>Informant</translation>
    </message>
    <message>
        <source>Urval för bedömning</source>
        <translation>Samples to assess</translation>
    </message>
    <message>
        <source>Utseende</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Utskrift</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Vad patienten har informerats om</source>
        <translation>What the patient has been told</translation>
    </message>
    <message>
        <source>Vad var pausen?</source>
        <translation>What was the break?</translation>
    </message>
    <message>
        <source>Var är patienten?</source>
        <translation>Where is the patient?</translation>
    </message>
    <message>
        <source>Varningstecken</source>
        <translation>Warning signs</translation>
    </message>
    <message>
        <source>Vart?</source>
        <translation>Where to?</translation>
    </message>
    <message>
        <source>Veckan efter</source>
        <translation>The week after</translation>
    </message>
    <message>
        <source>Veckan före</source>
        <translation>The week before</translation>
    </message>
    <message>
        <source>Vem gäller det?</source>
        <translation>Whom is it about?</translation>
    </message>
    <message>
        <source>Vem har öppnat personen</source>
        <translation>Who has opened the person</translation>
    </message>
    <message>
        <source>Villkor</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>Visa den som ersätter</source>
        <translation>Show who stands in</translation>
    </message>
    <message>
        <source>Visa sidorna och skriv ut</source>
        <translation>Show the pages and print</translation>
    </message>
    <message>
        <source>Visa stängda och fulla tider</source>
        <translation>Show closed and full times</translation>
    </message>
    <message>
        <source>Visa åtkomster</source>
        <translation>Show accesses</translation>
    </message>
    <message>
        <source>Vägledning</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>Växel</source>
        <translation>Switchboard</translation>
    </message>
    <message>
        <source>Växelns hälsningar, mallar och dagtid</source>
        <translation>The switchboard&apos;s greetings, templates and hours of day</translation>
    </message>
    <message>
        <source>Växla mellan de två</source>
        <translation>Switch between the two</translation>
    </message>
    <message>
        <source>Äldre anteckningar</source>
        <translation>Older notes</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ändra kortet</source>
        <translation>Change the card</translation>
    </message>
    <message>
        <source>Ändra raden i katalogen</source>
        <translation>Change the row in the directory</translation>
    </message>
    <message>
        <source>Ändra roller</source>
        <translation>Change roles</translation>
    </message>
    <message>
        <source>Ärende ur samtalet</source>
        <translation>A case out of the call</translation>
    </message>
    <message>
        <source>Ärenden</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Årets tal</source>
        <translation>The year&apos;s figures</translation>
    </message>
    <message>
        <source>Återkom om</source>
        <translation>Call back if</translation>
    </message>
    <message>
        <source>Återuppringning</source>
        <translation>Call-backs</translation>
    </message>
    <message>
        <source>Öppet ärende</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>Öppna igen</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Öppna spärrade uppgifter</source>
        <translation>Open blocked data</translation>
    </message>
    <message>
        <source>Överallt</source>
        <translation>Everywhere</translation>
    </message>
</context>
<context>
    <name>aims</name>
    <message>
        <source>Antecknad {at}, version {number}.</source>
        <translation>Noted {at}, version {number}.</translation>
    </message>
    <message>
        <source>Ett antal, {least}–{most}.</source>
        <translation>A number, {least}–{most}.</translation>
    </message>
    <message>
        <source>Ett antal.</source>
        <translation>A number.</translation>
    </message>
    <message>
        <source>Ett index, 0–100.</source>
        <translation>An index, 0–100.</translation>
    </message>
    <message>
        <source>Följer med programmet; ingen har satt det här.</source>
        <translation>Comes with the program; nobody has set it here.</translation>
    </message>
    <message>
        <source>Gäller</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>I minuter.</source>
        <translation>In minutes.</translation>
    </message>
    <message>
        <source>I procent, 0–100.</source>
        <translation>In per cent, 0–100.</translation>
    </message>
    <message>
        <source>I sekunder, eller som 10:00.</source>
        <translation>In seconds, or as 10:00.</translation>
    </message>
    <message>
        <source>I timmar.</source>
        <translation>In hours.</translation>
    </message>
    <message>
        <source>Källa</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Källa: {source}.</source>
        <translation>Source: {source}.</translation>
    </message>
    <message>
        <source>Mätt {year}.</source>
        <translation>Measured {year}.</translation>
    </message>
    <message>
        <source>Mått</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Rad {line}, {column}: {what}.</source>
        <translation>Row {line}, {column}: {what}.</translation>
    </message>
    <message>
        <source>Rad {line}: {what}.</source>
        <translation>Row {line}: {what}.</translation>
    </message>
    <message>
        <source>Satt {at}, version {number}.</source>
        <translation>Set {at}, version {number}.</translation>
    </message>
    <message>
        <source>Servicegrad</source>
        <translation>Service level</translation>
    </message>
    <message>
        <source>Servicegrad, den längre tiden</source>
        <translation>Service level, the longer time</translation>
    </message>
    <message>
        <source>Slag</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Värde</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>cellen får inte vara tom</source>
        <translation>the cell may not be empty</translation>
    </message>
    <message>
        <source>datumet skrivs som 2026-11-21</source>
        <translation>the date is written as 2026-11-21</translation>
    </message>
    <message>
        <source>det är fler svar än tillfrågade</source>
        <translation>there are more answers than asked</translation>
    </message>
    <message>
        <source>en rubrik som behövs saknas</source>
        <translation>a heading that is needed is missing</translation>
    </message>
    <message>
        <source>ett citattecken är fel eller inte avslutat</source>
        <translation>a quotation mark is wrong or not closed</translation>
    </message>
    <message>
        <source>ett tecken kan inte sparas</source>
        <translation>a character cannot be kept</translation>
    </message>
    <message>
        <source>filen har för många rader</source>
        <translation>the file has too many rows</translation>
    </message>
    <message>
        <source>filen har inga mätningar</source>
        <translation>the file has no measurements</translation>
    </message>
    <message>
        <source>från {day}</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source>högst {value}</source>
        <translation>at most {value}</translation>
    </message>
    <message>
        <source>minst {value}</source>
        <translation>at least {value}</translation>
    </message>
    <message>
        <source>mätningen står redan i filen</source>
        <translation>the measurement is in the file already</translation>
    </message>
    <message>
        <source>måttet är okänt</source>
        <translation>the figure is unknown</translation>
    </message>
    <message>
        <source>området är varken ”egen” eller ”riket”</source>
        <translation>the area is neither own nor nation</translation>
    </message>
    <message>
        <source>raden har fel antal celler</source>
        <translation>the row has the wrong number of cells</translation>
    </message>
    <message>
        <source>riket {value}</source>
        <translation>the country {value}</translation>
    </message>
    <message>
        <source>riket {year} {value}</source>
        <translation>the country {year} {value}</translation>
    </message>
    <message>
        <source>rubriken är okänd</source>
        <translation>the heading is unknown</translation>
    </message>
    <message>
        <source>samma rubrik står två gånger</source>
        <translation>the same heading stands twice</translation>
    </message>
    <message>
        <source>slutet ligger före början, eller för långt bort</source>
        <translation>the end is before the beginning, or too far away</translation>
    </message>
    <message>
        <source>talet går inte att använda</source>
        <translation>the number cannot be used</translation>
    </message>
    <message>
        <source>texten är för lång</source>
        <translation>the text is too long</translation>
    </message>
    <message>
        <source>till och med {day}</source>
        <translation>until and including {day}</translation>
    </message>
    <message>
        <source>tills vidare</source>
        <translation>until further notice</translation>
    </message>
    <message>
        <source>{answers} av {asked} svarade, {share} %.</source>
        <translation>{answers} of {asked} answered, {share} %.</translation>
    </message>
    <message>
        <source>{time} min</source>
        <translation>{time} min</translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation>{value} %</translation>
    </message>
    <message>
        <source>{value} min</source>
        <translation>{value} min</translation>
    </message>
    <message>
        <source>{value} s</source>
        <translation>{value} s</translation>
    </message>
    <message>
        <source>{value} tim</source>
        <translation>{value} h</translation>
    </message>
    <message>
        <source>Över 74: mycket nöjd.</source>
        <translation>Above 74: very satisfied.</translation>
    </message>
</context>
<context>
    <name>breaks</name>
    <message>
        <source>Annat</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Lunchrast</source>
        <translation>Lunch break</translation>
    </message>
    <message>
        <source>Lunchrasten är ingen arbetstid. Paus och annat, som ett möte, är det.</source>
        <translation>The lunch break is no working time. A break and other things, such as a meeting, are.</translation>
    </message>
    <message>
        <source>Paus</source>
        <translation>Break</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>1 vardag kvar</source>
        <translation>1 working day left</translation>
    </message>
    <message>
        <source>1 vardag sen</source>
        <translation>1 working day late</translation>
    </message>
    <message>
        <source>Barn</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>En enhet som inte finns i katalogen</source>
        <translation>A unit that is not in the directory</translation>
    </message>
    <message>
        <source>En registrerad patient</source>
        <translation>A registered patient</translation>
    </message>
    <message>
        <source>HSA-id går inte att använda</source>
        <translation>The HSA-id cannot be used</translation>
    </message>
    <message>
        <source>IVO får avstå från att pröva det efter {day}.</source>
        <translation>IVO may decline to try it after {day}.</translation>
    </message>
    <message>
        <source>Nytt efter avslut</source>
        <translation>New after the end</translation>
    </message>
    <message>
        <source>Rad {line}, {column}: {what}.</source>
        <translation>Line {line}, {column}: {what}.</translation>
    </message>
    <message>
        <source>Rad {line}: {what}.</source>
        <translation>Line {line}: {what}.</translation>
    </message>
    <message>
        <source>Skillnad att välja</source>
        <translation>Difference to choose</translation>
    </message>
    <message>
        <source>Skyddad</source>
        <translation>Protected</translation>
    </message>
    <message>
        <source>Vårdskada</source>
        <translation>Care injury</translation>
    </message>
    <message>
        <source>bokstäver har gått förlorade i filen</source>
        <translation>letters have been lost in the file</translation>
    </message>
    <message>
        <source>cellen får inte vara tom</source>
        <translation>the cell may not be empty</translation>
    </message>
    <message>
        <source>cellen har ett tecken som inte syns</source>
        <translation>the cell has a sign that is not seen</translation>
    </message>
    <message>
        <source>dagen är inget år, ingen månad och inget datum</source>
        <translation>the day is no year, no month and no date</translation>
    </message>
    <message>
        <source>det är inget personnummer</source>
        <translation>that is no personal number</translation>
    </message>
    <message>
        <source>e-postadressen går inte att använda</source>
        <translation>the e-mail address cannot be used</translation>
    </message>
    <message>
        <source>e-tjänsten har inga sådana ärenden</source>
        <translation>the e-service has no such cases</translation>
    </message>
    <message>
        <source>e-tjänsten är okänd</source>
        <translation>the e-service is unknown</translation>
    </message>
    <message>
        <source>en anonym kan inte ha namn eller nummer</source>
        <translation>an anonymous one cannot have a name or a number</translation>
    </message>
    <message>
        <source>en rubrik som behövs saknas</source>
        <translation>a heading that is needed is missing</translation>
    </message>
    <message>
        <source>ett citattecken är fel eller inte avslutat</source>
        <translation>a quotation mark is wrong or not closed</translation>
    </message>
    <message>
        <source>filen har för många ärenden</source>
        <translation>the file has too many cases</translation>
    </message>
    <message>
        <source>filen har inga ärenden</source>
        <translation>the file has no cases</translation>
    </message>
    <message>
        <source>filen är JSON men ingen lista av ärenden</source>
        <translation>the file is JSON but no list of cases</translation>
    </message>
    <message>
        <source>filens JSON är trasig</source>
        <translation>the file&apos;s JSON is broken</translation>
    </message>
    <message>
        <source>i dag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>i morgon</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>ingen enhet har HSA-id:t</source>
        <translation>no unit has the HSA-id</translation>
    </message>
    <message>
        <source>kom in i efterhand</source>
        <translation>came in afterwards</translation>
    </message>
    <message>
        <source>mer än {count} vardagar</source>
        <translation>more than {count} working days</translation>
    </message>
    <message>
        <source>numret går inte att ringa</source>
        <translation>the number cannot be rung</translation>
    </message>
    <message>
        <source>personen finns inte här, och raden har inget namn att lägga upp</source>
        <translation>the person is not here, and the row has no name to add them by</translation>
    </message>
    <message>
        <source>raden har fel antal celler</source>
        <translation>the row has the wrong number of cells</translation>
    </message>
    <message>
        <source>rubriken är okänd</source>
        <translation>the heading is unknown</translation>
    </message>
    <message>
        <source>samma rubrik står två gånger</source>
        <translation>the same heading stands twice</translation>
    </message>
    <message>
        <source>sista dagen i dag</source>
        <translation>last day today</translation>
    </message>
    <message>
        <source>språket är okänt</source>
        <translation>the language is unknown</translation>
    </message>
    <message>
        <source>svaret är inte ja eller nej</source>
        <translation>the answer is neither yes nor no</translation>
    </message>
    <message>
        <source>svarsvägen är okänd</source>
        <translation>the way of answering is unknown</translation>
    </message>
    <message>
        <source>texten är för lång</source>
        <translation>the text is too long</translation>
    </message>
    <message>
        <source>tiden går inte att läsa</source>
        <translation>the time cannot be read</translation>
    </message>
    <message>
        <source>tiden har inte varit än</source>
        <translation>the time has not been yet</translation>
    </message>
    <message>
        <source>till ingen</source>
        <translation>to nobody</translation>
    </message>
    <message>
        <source>uppgiften går inte att spara</source>
        <translation>the value cannot be saved</translation>
    </message>
    <message>
        <source>uppgiften om vårdskada är okänd</source>
        <translation>the value about a care injury is unknown</translation>
    </message>
    <message>
        <source>vem som hör av sig är okänt</source>
        <translation>who gets in touch is unknown</translation>
    </message>
    <message>
        <source>väntade {days} dagar</source>
        <translation>waited {days} days</translation>
    </message>
    <message>
        <source>värdet är ingen text och inget ja eller nej</source>
        <translation>the value is neither text nor yes or no</translation>
    </message>
    <message>
        <source>{clock}, står still</source>
        <translation>{clock}, standing still</translation>
    </message>
    <message>
        <source>{clock}, {left}</source>
        <translation>{clock}, {left}</translation>
    </message>
    <message>
        <source>{clock}: {done}</source>
        <translation>{clock}: {done}</translation>
    </message>
    <message>
        <source>{count} min kvar</source>
        <translation>{count} min left</translation>
    </message>
    <message>
        <source>{count} min sen</source>
        <translation>{count} min late</translation>
    </message>
    <message>
        <source>{count} tim sen</source>
        <translation>{count} h late</translation>
    </message>
    <message>
        <source>{count} vardagar kvar</source>
        <translation>{count} working days left</translation>
    </message>
    <message>
        <source>{count} vardagar sen</source>
        <translation>{count} working days late</translation>
    </message>
    <message>
        <source>{date} {month} {clock}</source>
        <translation>{date} {month} {clock}</translation>
    </message>
    <message>
        <source>{day} {year}</source>
        <translation>{day} {year}</translation>
    </message>
    <message>
        <source>{name} {date} {month}</source>
        <translation>{name} {date} {month}</translation>
    </message>
    <message>
        <source>{what} senast {day}</source>
        <translation>{what} by {day}</translation>
    </message>
    <message>
        <source>ärendets nummer står redan i filen</source>
        <translation>the case&apos;s number stands in the file already</translation>
    </message>
</context>
<context>
    <name>claiming</name>
    <message>
        <source>Bokade: {count}. De behåller tiden.</source>
        <translation>Booked: {count}. They keep the time.</translation>
    </message>
    <message>
        <source>Den som är erbjuden kan inte längre tacka ja.</source>
        <translation>Whoever is offered it can no longer accept.</translation>
    </message>
    <message>
        <source>Det har blivit en ledig tid på {unit} {day} klockan {start}. Passar den?</source>
        <translation>A time has become free at {unit} on {day} at {start}. Does it suit you?</translation>
    </message>
    <message>
        <source>Du har den</source>
        <translation>You have it</translation>
    </message>
    <message>
        <source>Erbjudna just nu: {count}.</source>
        <translation>Offered just now: {count}.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>Har börjat</source>
        <translation>Has begun</translation>
    </message>
    <message>
        <source>Har väntat längst: sedan {day} ({count} dygn).</source>
        <translation>Has waited longest: since {day} ({count} days).</translation>
    </message>
    <message>
        <source>Ingen är bokad på tiden.</source>
        <translation>Nobody is booked at the time.</translation>
    </message>
    <message>
        <source>Inget</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>Ledig</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Medicinsk prioritet {priority}.</source>
        <translation>Medical priority {priority}.</translation>
    </message>
    <message>
        <source>Stängd</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Stängd, {count} har den</source>
        <translation>Closed, {count} have it</translation>
    </message>
    <message>
        <source>Tagen</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Vi ringer dig {day} klockan {clock}.</source>
        <translation>We will call you {day} at {clock}.</translation>
    </message>
    <message>
        <source>Vårdgarantin går ut först: {day}.</source>
        <translation>The care guarantee runs out first: {day}.</translation>
    </message>
    <message>
        <source>från {first}</source>
        <translation>from {first}</translation>
    </message>
    <message>
        <source>från {start}</source>
        <translation>from {start}</translation>
    </message>
    <message>
        <source>i dag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>i morgon</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>till {end}</source>
        <translation>until {end}</translation>
    </message>
    <message>
        <source>till {last}</source>
        <translation>until {last}</translation>
    </message>
    <message>
        <source>utlovat {time}</source>
        <translation>promised {time}</translation>
    </message>
    <message>
        <source>{at}  {what}</source>
        <translation>{at}  {what}</translation>
    </message>
    <message>
        <source>{count} dygn</source>
        <translation>{count} days</translation>
    </message>
    <message>
        <source>{count} för många</source>
        <translation>{count} too many</translation>
    </message>
    <message>
        <source>{count} tim</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{day} {date} {month}</source>
        <translation>{day} {date} {month}</translation>
    </message>
    <message>
        <source>{day} {span}</source>
        <translation>{day} {span}</translation>
    </message>
    <message>
        <source>{first} till {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{free} av {capacity}</source>
        <translation>{free} of {capacity}</translation>
    </message>
    <message>
        <source>{hours} tim</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours} tim {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{number} (skyddat nummer)</source>
        <translation>{number} (protected number)</translation>
    </message>
    <message>
        <source>{start}–{end}</source>
        <translation>{start}–{end}</translation>
    </message>
    <message>
        <source>{unit} ringer dig {day} mellan klockan {start} och {end}.</source>
        <translation>{unit} will call you {day} between {start} and {end}.</translation>
    </message>
</context>
<context>
    <name>criteria</name>
    <message>
        <source>Anteckningen stämmer med samtalet</source>
        <translation>The note agrees with the call</translation>
    </message>
    <message>
        <source>Anteckningen säger vem som lämnat uppgifterna</source>
        <translation>The note says who gave the information</translation>
    </message>
    <message>
        <source>Bedömde hur bråttom det är utifrån det som kommit fram</source>
        <translation>Judged the urgency by what had come to light</translation>
    </message>
    <message>
        <source>Frågade om oro och förväntningar</source>
        <translation>Asked about worry and expectations</translation>
    </message>
    <message>
        <source>Förklarade varför rådet gavs</source>
        <translation>Explained why the advice was given</translation>
    </message>
    <message>
        <source>Förvissade sig om att rådet var förstått</source>
        <translation>Made sure that the advice was understood</translation>
    </message>
    <message>
        <source>Kom överens med den som ringde om vad som ska göras</source>
        <translation>Agreed with the caller on what is to be done</translation>
    </message>
    <message>
        <source>Lät den som ringde berätta till punkt</source>
        <translation>Let the caller finish what they had to say</translation>
    </message>
    <message>
        <source>Presenterade sig och frågade vad samtalet gäller</source>
        <translation>Gave their name and asked what the call was about</translation>
    </message>
    <message>
        <source>Sade när och vart man hör av sig igen</source>
        <translation>Said when and where to get in touch again</translation>
    </message>
    <message>
        <source>Sammanfattade vad som sagts</source>
        <translation>Summarised what had been said</translation>
    </message>
    <message>
        <source>Ställde de frågor som beslutsstödet anger</source>
        <translation>Asked the questions that the decision support gives</translation>
    </message>
    <message>
        <source>Tog reda på vem som är patient och talade med den som har besvären</source>
        <translation>Found out who the patient is and talked to whoever has the symptoms</translation>
    </message>
    <message>
        <source>Uteslöt livshot innan annat togs upp</source>
        <translation>Ruled out danger to life before anything else was taken up</translation>
    </message>
</context>
<context>
    <name>dispatch</name>
    <message>
        <source>112, med inringaren</source>
        <translation>112, with the caller</translation>
    </message>
    <message>
        <source>1177 på telefon</source>
        <translation>1177 by telephone</translation>
    </message>
    <message>
        <source>Borta från {when}</source>
        <translation>Away from {when}</translation>
    </message>
    <message>
        <source>Frånvarande</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Ingen inloggad</source>
        <translation>Nobody signed in</translation>
    </message>
    <message>
        <source>Ingen är inloggad i gruppen.</source>
        <translation>Nobody is signed in to the group.</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>On call</translation>
    </message>
    <message>
        <source>Jour till {when}</source>
        <translation>On call until {when}</translation>
    </message>
    <message>
        <source>Längst {minutes} min</source>
        <translation>Longest {minutes} min</translation>
    </message>
    <message>
        <source>Servicedisken</source>
        <translation>The service desk</translation>
    </message>
    <message>
        <source>Sjukvårdsrådgivningen</source>
        <translation>Medical advice line</translation>
    </message>
    <message>
        <source>Skrivet nummer</source>
        <translation>Written number</translation>
    </message>
    <message>
        <source>Svarsgrupp</source>
        <translation>Answering group</translation>
    </message>
    <message>
        <source>Välj en person först</source>
        <translation>Choose a person first</translation>
    </message>
    <message>
        <source>Växeln</source>
        <translation>The switchboard</translation>
    </message>
    <message>
        <source>{count} väntar</source>
        <translation>{count} waiting</translation>
    </message>
    <message>
        <source>{free} av {members} lediga</source>
        <translation>{free} of {members} free</translation>
    </message>
    <message>
        <source>{why}, åter {when}</source>
        <translation>{why}, back {when}</translation>
    </message>
    <message>
        <source>Öppnar larmet</source>
        <translation>Opens the alarm</translation>
    </message>
</context>
<context>
    <name>event_day</name>
    <message>
        <source>i förrgår</source>
        <translation>the day before yesterday</translation>
    </message>
    <message>
        <source>i går</source>
        <translation>yesterday</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>Alla inkommande samtal till kön</source>
        <translation>All incoming calls to the queue</translation>
    </message>
    <message>
        <source>Andel aktiv rådgivning</source>
        <translation>Share of active advice</translation>
    </message>
    <message>
        <source>Andel besvarade samtal</source>
        <translation>Share of calls answered</translation>
    </message>
    <message>
        <source>Andel besvarade, alla</source>
        <translation>Share answered, all</translation>
    </message>
    <message>
        <source>Andel egenvård</source>
        <translation>Share of self-care</translation>
    </message>
    <message>
        <source>Andel primärvård</source>
        <translation>Share of primary care</translation>
    </message>
    <message>
        <source>Andel som säger att de följde rådet helt eller delvis, ur enkät. Importeras.</source>
        <translation>Share who say that they followed the advice wholly or in part, from a survey. Imported.</translation>
    </message>
    <message>
        <source>Andel tappade samtal</source>
        <translation>Share of calls abandoned</translation>
    </message>
    <message>
        <source>Anteckningar</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Anteckningar där den som skrev valde annat än beslutsstödet föreslog, av alla med hänvisning.</source>
        <translation>Notes whose author chose something other than the decision support suggested, of all with a referral.</translation>
    </message>
    <message>
        <source>Anteckningar i gruppen egenvård</source>
        <translation>Notes in the group self-care</translation>
    </message>
    <message>
        <source>Anteckningar i gruppen primärvård</source>
        <translation>Notes in the group primary care</translation>
    </message>
    <message>
        <source>Anteckningar med avsteg</source>
        <translation>Notes with a deviation</translation>
    </message>
    <message>
        <source>Anteckningar med hänvisning</source>
        <translation>Notes with a referral</translation>
    </message>
    <message>
        <source>Anteckningar med hänvisning (inte avbrutna, inte information)</source>
        <translation>Notes with a referral (not broken off, not information)</translation>
    </message>
    <message>
        <source>Anteckningar med tolk</source>
        <translation>Notes with an interpreter</translation>
    </message>
    <message>
        <source>Anteckningar om en patient som hade kontakt under 24 timmar före</source>
        <translation>Notes on a patient who had a contact in the 24 hours before</translation>
    </message>
    <message>
        <source>Anteckningar om en patient som också hade kontakt under de 24 timmarna före, i ett annat samtal.</source>
        <translation>Notes on a patient who also had a contact in the 24 hours before, in another call.</translation>
    </message>
    <message>
        <source>Anteckningar om kontakter med tolk.</source>
        <translation>Notes on contacts with an interpreter.</translation>
    </message>
    <message>
        <source>Anteckningar om kontakter under tiden, signerade eller inte.</source>
        <translation>Notes on contacts in the period, signed or not.</translation>
    </message>
    <message>
        <source>Anteckningar som gav råd om egenvård, av alla med hänvisning.</source>
        <translation>Notes that gave advice on self-care, of all with a referral.</translation>
    </message>
    <message>
        <source>Anteckningar som hänvisade till primärvård, av alla med hänvisning.</source>
        <translation>Notes that referred to primary care, of all with a referral.</translation>
    </message>
    <message>
        <source>Anteckningar som säger vart patienten hänvisades. Avbrutna samtal och ren information ingår inte.</source>
        <translation>Notes that say where the patient was referred. Calls broken off and mere information are not included.</translation>
    </message>
    <message>
        <source>Avbokningar</source>
        <translation>Cancellations</translation>
    </message>
    <message>
        <source>Avbokningar efter tidsgränsen</source>
        <translation>Cancellations after the time limit</translation>
    </message>
    <message>
        <source>Avbokningar efter tidsgränsen, av alla avbokningar.</source>
        <translation>Cancellations after the time limit, of all cancellations.</translation>
    </message>
    <message>
        <source>Avsteg från beslutsstödet</source>
        <translation>Deviation from the decision support</translation>
    </message>
    <message>
        <source>Bedömda rådgivningssamtal i urvalet</source>
        <translation>Advice calls assessed in the sample</translation>
    </message>
    <message>
        <source>Bedömda samtal i urvalet där vårdnivån bedömdes rätt.</source>
        <translation>Assessed calls in the sample whose level of care was assessed as right.</translation>
    </message>
    <message>
        <source>Bekräftade ärenden</source>
        <translation>Acknowledged cases</translation>
    </message>
    <message>
        <source>Bemanning</source>
        <translation>Staffing</translation>
    </message>
    <message>
        <source>Besvarade samtal</source>
        <translation>Answered calls</translation>
    </message>
    <message>
        <source>Besvarade samtal av alla inkommande, också korta uppringningar.</source>
        <translation>Answered calls of all incoming, short calls too.</translation>
    </message>
    <message>
        <source>Besvarade samtal av inkommande, utan korta uppringningar (under {short} s).</source>
        <translation>Answered calls of those incoming, without short calls (under {short} s).</translation>
    </message>
    <message>
        <source>Besvarade samtal som är avslutade</source>
        <translation>Answered calls that have ended</translation>
    </message>
    <message>
        <source>Bokningar och ärenden</source>
        <translation>Bookings and cases</translation>
    </message>
    <message>
        <source>Bokningar som avbokades under tiden.</source>
        <translation>Bookings that were cancelled in the period.</translation>
    </message>
    <message>
        <source>Den längsta väntan i kö till svar.</source>
        <translation>The longest wait in the queue until answered.</translation>
    </message>
    <message>
        <source>Efterarbete</source>
        <translation>Wrap-up</translation>
    </message>
    <message>
        <source>Efterarbete, sekunder</source>
        <translation>Wrap-up, seconds</translation>
    </message>
    <message>
        <source>Enkätens index</source>
        <translation>The survey&apos;s index</translation>
    </message>
    <message>
        <source>Ensamarbete</source>
        <translation>Lone working</translation>
    </message>
    <message>
        <source>Faktisk bemanning</source>
        <translation>Actual staffing</translation>
    </message>
    <message>
        <source>Frigjorda tider</source>
        <translation>Freed times</translation>
    </message>
    <message>
        <source>Frågor</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Frågor som besvarades eller togs emot av servicefunktionen.</source>
        <translation>Questions that the service function answered or took in.</translation>
    </message>
    <message>
        <source>Frågor till servicefunktionen</source>
        <translation>Questions to the service function</translation>
    </message>
    <message>
        <source>Följsamhet</source>
        <translation>Follow-through</translation>
    </message>
    <message>
        <source>Försenade ärenden</source>
        <translation>Overdue cases</translation>
    </message>
    <message>
        <source>Gånger som 112 ringdes upp härifrån, också de som inte kom fram.</source>
        <translation>Times that 112 was called from here, also those that did not get through.</translation>
    </message>
    <message>
        <source>Hantering</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>Hanteringstid</source>
        <translation>Handling time</translation>
    </message>
    <message>
        <source>Hälften av de besvarade samtalen väntade högst så länge, i hela sekunder.</source>
        <translation>Half of the answered calls waited at most this long, in whole seconds.</translation>
    </message>
    <message>
        <source>Hänvisningar gjorda under tiden där patienten kom fram, av dem som någon har följt upp.</source>
        <translation>Referrals made in the period in which the patient got through, of those that somebody has followed up.</translation>
    </message>
    <message>
        <source>Hänvisningar som följts upp: nådd, ej nådd eller avbokad</source>
        <translation>Referrals followed up: reached, not reached or cancelled</translation>
    </message>
    <message>
        <source>Hänvisningar som nådde fram</source>
        <translation>Referrals that reached their destination</translation>
    </message>
    <message>
        <source>Inkommande samtal</source>
        <translation>Incoming calls</translation>
    </message>
    <message>
        <source>Inkommande samtal som någon svarade på.</source>
        <translation>Incoming calls that somebody answered.</translation>
    </message>
    <message>
        <source>Inkommande samtal utom korta uppringningar (under {short} s)</source>
        <translation>Incoming calls except short calls (under {short} s)</translation>
    </message>
    <message>
        <source>Inloggade timmar</source>
        <translation>Hours signed in</translation>
    </message>
    <message>
        <source>Inte nådda återuppringningar</source>
        <translation>Call-backs not reached</translation>
    </message>
    <message>
        <source>Korta uppringningar</source>
        <translation>Short calls</translation>
    </message>
    <message>
        <source>Kvalitet</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>Kö och tillgänglighet</source>
        <translation>Queue and accessibility</translation>
    </message>
    <message>
        <source>Lagda återuppringningar</source>
        <translation>Call-backs placed</translation>
    </message>
    <message>
        <source>Längsta väntetid</source>
        <translation>Longest wait</translation>
    </message>
    <message>
        <source>Medelväntetid</source>
        <translation>Mean wait</translation>
    </message>
    <message>
        <source>Medianväntetid</source>
        <translation>Median wait</translation>
    </message>
    <message>
        <source>Minuter då bara en sjuksköterska var inloggad.</source>
        <translation>Minutes when only one nurse was signed in.</translation>
    </message>
    <message>
        <source>Minuter med en ensam inloggad</source>
        <translation>Minutes with one alone signed in</translation>
    </message>
    <message>
        <source>Mottagna ärenden</source>
        <translation>Cases received</translation>
    </message>
    <message>
        <source>Nådda efter utlovad tid</source>
        <translation>Reached after the promised time</translation>
    </message>
    <message>
        <source>Nådda hänvisningar</source>
        <translation>Referrals reached</translation>
    </message>
    <message>
        <source>Nådda återuppringningar</source>
        <translation>Call-backs reached</translation>
    </message>
    <message>
        <source>Nöjd-kund-index</source>
        <translation>Customer satisfaction index</translation>
    </message>
    <message>
        <source>Parkerad tid</source>
        <translation>Hold time</translation>
    </message>
    <message>
        <source>Parkerad tid, sekunder</source>
        <translation>Hold time, seconds</translation>
    </message>
    <message>
        <source>Planerad bemanning</source>
        <translation>Planned staffing</translation>
    </message>
    <message>
        <source>Registrerade för hand</source>
        <translation>Registered by hand</translation>
    </message>
    <message>
        <source>Rätt vårdnivå</source>
        <translation>Right level of care</translation>
    </message>
    <message>
        <source>Rådgivning och hänvisning</source>
        <translation>Advice and referral</translation>
    </message>
    <message>
        <source>Sammanlagd väntan för besvarade samtal, sekunder</source>
        <translation>Total wait of answered calls, seconds</translation>
    </message>
    <message>
        <source>Sammanlagd väntan till nådd, minuter</source>
        <translation>Total wait until reached, minutes</translation>
    </message>
    <message>
        <source>Samtal bedömda som rätt vårdnivå</source>
        <translation>Calls assessed as the right level of care</translation>
    </message>
    <message>
        <source>Samtal besvarade inom {far} s</source>
        <translation>Calls answered within {far} s</translation>
    </message>
    <message>
        <source>Samtal besvarade inom {near} s</source>
        <translation>Calls answered within {near} s</translation>
    </message>
    <message>
        <source>Samtal där den som ringde lade på före svar, efter minst {short} s.</source>
        <translation>Calls in which the caller hung up before an answer, after at least {short} s.</translation>
    </message>
    <message>
        <source>Samtal där den som ringde lade på inom {short} s.</source>
        <translation>Calls in which the caller hung up within {short} s.</translation>
    </message>
    <message>
        <source>Samtal från växeln som inte kom genom en kö. De ingår inte i måtten för kön.</source>
        <translation>Calls from the exchange that did not come through a queue. They are not included in the queue&apos;s figures.</translation>
    </message>
    <message>
        <source>Samtal med tolk</source>
        <translation>Calls with an interpreter</translation>
    </message>
    <message>
        <source>Samtal registrerade för hand</source>
        <translation>Calls registered by hand</translation>
    </message>
    <message>
        <source>Samtal som besvarades inom {far} s, av inkommande utan korta uppringningar.</source>
        <translation>Calls answered within {far} s, of those incoming without short calls.</translation>
    </message>
    <message>
        <source>Samtal som besvarades inom {near} s, av inkommande utan korta uppringningar.</source>
        <translation>Calls answered within {near} s, of those incoming without short calls.</translation>
    </message>
    <message>
        <source>Samtal som lades på efter minst {short} s, av inkommande utan korta uppringningar.</source>
        <translation>Calls hung up after at least {short} s, of those incoming without short calls.</translation>
    </message>
    <message>
        <source>Samtal som lades på före svar, efter minst {short} s</source>
        <translation>Calls hung up before an answer, after at least {short} s</translation>
    </message>
    <message>
        <source>Samtal som lades på före {short} s</source>
        <translation>Calls hung up before {short} s</translation>
    </message>
    <message>
        <source>Samtal som nådde kön under tiden, också de som lades på. Ett samtal räknas en gång för varje kö, när det kom in i kön.</source>
        <translation>Calls that reached the queue in the period, also those that were hung up. A call is counted once for each queue, when it came into the queue.</translation>
    </message>
    <message>
        <source>Samtal som någon själv registrerade. De ingår inte i måtten för kön.</source>
        <translation>Calls that somebody registered themselves. They are not included in the queue&apos;s figures.</translation>
    </message>
    <message>
        <source>Samtal som någon svarade på</source>
        <translation>Calls that somebody answered</translation>
    </message>
    <message>
        <source>Samtal som ringde hos någon utan att besvaras här, och där växeln inte har sagt att den som ringde lade på. De räknas som inkommande när det har gått en timme: så länge kan de vänta ännu.</source>
        <translation>Calls that rang at somebody&apos;s desk and were not answered here, and of which the exchange has not said that the caller hung up. They count as incoming when an hour has passed: until then they may still be waiting.</translation>
    </message>
    <message>
        <source>Samtal till 112</source>
        <translation>Calls to 112</translation>
    </message>
    <message>
        <source>Samtal utan besked</source>
        <translation>Calls with unknown end</translation>
    </message>
    <message>
        <source>Samtal utan kö</source>
        <translation>Calls without a queue</translation>
    </message>
    <message>
        <source>Samtal utan svar och utan besked om hur de slutade</source>
        <translation>Calls without an answer, where it is not known how they ended</translation>
    </message>
    <message>
        <source>Samtalstid</source>
        <translation>Talk time</translation>
    </message>
    <message>
        <source>Samtalstid utan parkerad tid, sekunder</source>
        <translation>Talk time without hold time, seconds</translation>
    </message>
    <message>
        <source>Samtalstid, parkerad tid och efterarbete</source>
        <translation>Talk time, hold time and wrap-up</translation>
    </message>
    <message>
        <source>Samtalstid, parkerad tid och efterarbete under schemalagd arbetstid som sjuksköterska, av den arbetstiden. Lunch ingår inte i arbetstiden, paus gör det.</source>
        <translation>Talk, hold and wrap-up during scheduled working time as a nurse, of that working time. Lunch is not part of working time, breaks are.</translation>
    </message>
    <message>
        <source>Samtalstid, parkerad tid och efterarbete, i medeltal för besvarade samtal som är avslutade.</source>
        <translation>Talk time, hold time and wrap-up, on average for answered calls that have ended.</translation>
    </message>
    <message>
        <source>Samtalstid, parkerad tid och efterarbete, sekunder</source>
        <translation>Talk time, hold time and wrap-up, seconds</translation>
    </message>
    <message>
        <source>Schemalagd arbetstid under tiden, utan lunch.</source>
        <translation>Working time on the roster in the period, without lunch.</translation>
    </message>
    <message>
        <source>Schemalagda timmar</source>
        <translation>Hours on the roster</translation>
    </message>
    <message>
        <source>Sena avbokningar</source>
        <translation>Late cancellations</translation>
    </message>
    <message>
        <source>Servicegrad inom {far} s</source>
        <translation>Service level within {far} s</translation>
    </message>
    <message>
        <source>Servicegrad inom {near} s</source>
        <translation>Service level within {near} s</translation>
    </message>
    <message>
        <source>Sjuksköterskors schemalagda tid utan lunch</source>
        <translation>Nurses&apos; scheduled time without lunch</translation>
    </message>
    <message>
        <source>Svarande</source>
        <translation>Respondents</translation>
    </message>
    <message>
        <source>Svarande som följde rådet helt eller delvis</source>
        <translation>Respondents who followed the advice wholly or in part</translation>
    </message>
    <message>
        <source>Synpunkter, klagomål och andra ärenden som kom in under tiden.</source>
        <translation>Views, complaints and other cases that came in during the period.</translation>
    </message>
    <message>
        <source>Tappade samtal</source>
        <translation>Abandoned calls</translation>
    </message>
    <message>
        <source>Tid från att återuppringningen lades till att den som väntade nåddes, i medeltal. Redovisas skilt från medelväntetiden i kö.</source>
        <translation>Time from when the call-back was placed until whoever waited was reached, on average. Told apart from the mean wait in the queue.</translation>
    </message>
    <message>
        <source>Tid från samtalets slut tills den som svarade är redo igen, i medeltal för besvarade samtal som är avslutade.</source>
        <translation>Time from the end of the call until whoever answered is ready again, on average for answered calls that have ended.</translation>
    </message>
    <message>
        <source>Tid i samtal, utan parkerad tid, i medeltal för besvarade samtal som är avslutade.</source>
        <translation>Time in calls, without hold time, on average for answered calls that have ended.</translation>
    </message>
    <message>
        <source>Tid som den som ringde var parkerad, i medeltal för besvarade samtal som är avslutade.</source>
        <translation>Time that the caller was on hold, on average for answered calls that have ended.</translation>
    </message>
    <message>
        <source>Tid som personal var inloggad, utan lunch.</source>
        <translation>Time that staff were signed in, without lunch.</translation>
    </message>
    <message>
        <source>Tider som blev lediga när någon avbokade.</source>
        <translation>Times that became free when somebody cancelled.</translation>
    </message>
    <message>
        <source>Uppringningar till 112</source>
        <translation>Calls made to 112</translation>
    </message>
    <message>
        <source>Väntan för det besvarade samtal som väntade längst, sekunder</source>
        <translation>The wait of the answered call that waited longest, seconds</translation>
    </message>
    <message>
        <source>Väntan för det mittersta besvarade samtalet, sekunder</source>
        <translation>The wait of the middle answered call, seconds</translation>
    </message>
    <message>
        <source>Väntan i kö till svar, i medeltal för besvarade samtal. Tappade samtal ingår inte.</source>
        <translation>The wait in the queue until answered, on average for answered calls. Abandoned calls are not included.</translation>
    </message>
    <message>
        <source>Väntan på återuppringning</source>
        <translation>Wait for a call-back</translation>
    </message>
    <message>
        <source>Värde 0–100 ur den nationella enkäten vartannat år; över 74 är mycket nöjd. Importeras.</source>
        <translation>A value 0–100 from the national survey every other year; above 74 is very satisfied. Imported.</translation>
    </message>
    <message>
        <source>Ärenden där den som skrev fick en bekräftelse under tiden.</source>
        <translation>Cases in which the writer was given an acknowledgement in the period.</translation>
    </message>
    <message>
        <source>Ärenden som har passerat sin tidsgräns när sidan skrivs ut.</source>
        <translation>Cases that have passed their time limit when the page is printed.</translation>
    </message>
    <message>
        <source>Återkommande inom 24 timmar</source>
        <translation>Returning within 24 hours</translation>
    </message>
    <message>
        <source>Återuppringning</source>
        <translation>Call-backs</translation>
    </message>
    <message>
        <source>Återuppringningar avslutade utan svar</source>
        <translation>Call-backs closed without an answer</translation>
    </message>
    <message>
        <source>Återuppringningar nådda för sent</source>
        <translation>Call-backs reached late</translation>
    </message>
    <message>
        <source>Återuppringningar som avslutades med att den som väntade nåddes, under tiden.</source>
        <translation>Call-backs closed with whoever waited being reached, in the period.</translation>
    </message>
    <message>
        <source>Återuppringningar som avslutades utan att någon nåddes, under tiden.</source>
        <translation>Call-backs closed without anybody being reached, in the period.</translation>
    </message>
    <message>
        <source>Återuppringningar som lades under tiden. De räknas för sig, inte i köns väntan.</source>
        <translation>Call-backs placed in the period. They are counted apart, not in the queue&apos;s wait.</translation>
    </message>
    <message>
        <source>Återuppringningar som nåddes efter utlovad tid, av alla som nåddes under tiden.</source>
        <translation>Call-backs reached after the promised time, of all reached in the period.</translation>
    </message>
</context>
<context>
    <name>grounds</name>
    <message>
        <source>Egen uppgift: samtal eller kort</source>
        <translation>Own task: call or card</translation>
    </message>
    <message>
        <source>Nekad: inget skäl angavs</source>
        <translation>Refused: no reason was given</translation>
    </message>
    <message>
        <source>Nekad: uppgiften är spärrad</source>
        <translation>Refused: the entry is blocked</translation>
    </message>
</context>
<context>
    <name>handover</name>
    <message>
        <source> ({count} arbetsplatser)</source>
        <translation> ({count} workstations)</translation>
    </message>
    <message>
        <source> och </source>
        <translation> and </translation>
    </message>
    <message>
        <source>, försök {count}</source>
        <translation>, attempt {count}</translation>
    </message>
    <message>
        <source>1177 på telefon</source>
        <translation>1177 by telephone</translation>
    </message>
    <message>
        <source>Aktiv rådgivning och bemanning räknas för högst åtta dagar</source>
        <translation>Active advice and staffing are counted for at most eight days</translation>
    </message>
    <message>
        <source>Annat</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Bemanningen</source>
        <translation>Staffing</translation>
    </message>
    <message>
        <source>Centralen borta</source>
        <translation>Centre away</translation>
    </message>
    <message>
        <source>Egen återuppringning</source>
        <translation>Own call-back</translation>
    </message>
    <message>
        <source>En enhet</source>
        <translation>A unit</translation>
    </message>
    <message>
        <source>En timme i början eller slutet saknas: dess samtal har lämnat datorn</source>
        <translation>An hour at the beginning or the end is missing: its calls have left the computer</translation>
    </message>
    <message>
        <source>Enhetens kö</source>
        <translation>The unit&apos;s queue</translation>
    </message>
    <message>
        <source>Ensam</source>
        <translation>Alone</translation>
    </message>
    <message>
        <source>Ensamarbete</source>
        <translation>Lone working</translation>
    </message>
    <message>
        <source>Ensamarbete räknas för högst två månader</source>
        <translation>Lone working is counted for at most two months</translation>
    </message>
    <message>
        <source>Ett mål ändrades under tiden: det som gällde sist är visat</source>
        <translation>A target changed in the period: the one that held last is shown</translation>
    </message>
    <message>
        <source>Följ upp hur det gick</source>
        <translation>Follow up how it went</translation>
    </message>
    <message>
        <source>Försenade återuppringningar</source>
        <translation>Overdue call-backs</translation>
    </message>
    <message>
        <source>Händelser och avbrott</source>
        <translation>Incidents and downtime</translation>
    </message>
    <message>
        <source>IVO</source>
        <translation>IVO</translation>
    </message>
    <message>
        <source>Inga</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Inga samtal finns här</source>
        <translation>There are no calls here</translation>
    </message>
    <message>
        <source>Ingen inloggad</source>
        <translation>Nobody signed in</translation>
    </message>
    <message>
        <source>Journalsystemet</source>
        <translation>Record system</translation>
    </message>
    <message>
        <source>Kö: {unit}</source>
        <translation>Queue: {unit}</translation>
    </message>
    <message>
        <source>Närvaro inte noterad</source>
        <translation>Presence not noted</translation>
    </message>
    <message>
        <source>Nätverket</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Omstyrda enheter</source>
        <translation>Redirected units</translation>
    </message>
    <message>
        <source>Osignerad i {days} dygn</source>
        <translation>Unsigned for {days} days</translation>
    </message>
    <message>
        <source>Osignerade, äldre än två dygn</source>
        <translation>Unsigned, older than two days</translation>
    </message>
    <message>
        <source>Samtal finns här från {moment}</source>
        <translation>There are calls here from {moment}</translation>
    </message>
    <message>
        <source>Servicedisken</source>
        <translation>The service desk</translation>
    </message>
    <message>
        <source>Strömmen</source>
        <translation>Power</translation>
    </message>
    <message>
        <source>Stängda köer</source>
        <translation>Closed queues</translation>
    </message>
    <message>
        <source>Telefonin borta</source>
        <translation>Telephony away</translation>
    </message>
    <message>
        <source>Tiden är inte slut: siffrorna är så långt</source>
        <translation>The period is not over: the figures are so far</translation>
    </message>
    <message>
        <source>UTC+1 på vintern, UTC+2 på sommaren</source>
        <translation>UTC+1 in winter, UTC+2 in summer</translation>
    </message>
    <message>
        <source>Väntar ännu och räknas inte: {count}</source>
        <translation>Still waiting and not counted: {count}</translation>
    </message>
    <message>
        <source>Växeln</source>
        <translation>The switchboard</translation>
    </message>
    <message>
        <source>bakåt: timmen 02–03 kommer två gånger</source>
        <translation>back: the hour 02–03 comes twice</translation>
    </message>
    <message>
        <source>beröm</source>
        <translation>praise</translation>
    </message>
    <message>
        <source>chefläkarens beslut</source>
        <translation>the chief physician&apos;s decision</translation>
    </message>
    <message>
        <source>de {count} senaste {weekdays}</source>
        <translation>the last {count} {weekdays}</translation>
    </message>
    <message>
        <source>den senaste {weekday}</source>
        <translation>the last {weekday}</translation>
    </message>
    <message>
        <source>e-tjänst</source>
        <translation>e-service</translation>
    </message>
    <message>
        <source>en annan enhet</source>
        <translation>another unit</translation>
    </message>
    <message>
        <source>framåt: timmen 02–03 saknas</source>
        <translation>forward: the hour 02–03 is missing</translation>
    </message>
    <message>
        <source>fredagarna</source>
        <translation>Fridays</translation>
    </message>
    <message>
        <source>fredagen</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>fråga</source>
        <translation>question</translation>
    </message>
    <message>
        <source>fyra</source>
        <translation>four</translation>
    </message>
    <message>
        <source>första svar</source>
        <translation>first answer</translation>
    </message>
    <message>
        <source>ingen annan enhet</source>
        <translation>no other unit</translation>
    </message>
    <message>
        <source>inget schema</source>
        <translation>no roster</translation>
    </message>
    <message>
        <source>klagomål</source>
        <translation>complaint</translation>
    </message>
    <message>
        <source>lex Maria</source>
        <translation>lex Maria</translation>
    </message>
    <message>
        <source>lördagarna</source>
        <translation>Saturdays</translation>
    </message>
    <message>
        <source>lördagen</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>mottagningsbekräftelse</source>
        <translation>acknowledgement</translation>
    </message>
    <message>
        <source>måndagarna</source>
        <translation>Mondays</translation>
    </message>
    <message>
        <source>måndagen</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>onsdagarna</source>
        <translation>Wednesdays</translation>
    </message>
    <message>
        <source>onsdagen</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>planerat {minutes}</source>
        <translation>planned {minutes}</translation>
    </message>
    <message>
        <source>pågår</source>
        <translation>going on</translation>
    </message>
    <message>
        <source>rådgivning</source>
        <translation>advice</translation>
    </message>
    <message>
        <source>svar</source>
        <translation>answer</translation>
    </message>
    <message>
        <source>synpunkt</source>
        <translation>view</translation>
    </message>
    <message>
        <source>söndagarna</source>
        <translation>Sundays</translation>
    </message>
    <message>
        <source>söndagen</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>till {moment}</source>
        <translation>until {moment}</translation>
    </message>
    <message>
        <source>tills vidare</source>
        <translation>until further notice</translation>
    </message>
    <message>
        <source>tisdagarna</source>
        <translation>Tuesdays</translation>
    </message>
    <message>
        <source>tisdagen</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>torsdagarna</source>
        <translation>Thursdays</translation>
    </message>
    <message>
        <source>torsdagen</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>tre</source>
        <translation>three</translation>
    </message>
    <message>
        <source>två</source>
        <translation>two</translation>
    </message>
    <message>
        <source>{before} blir {after}, klockan ställs </source>
        <translation>{before} becomes {after}, clocks go </translation>
    </message>
    <message>
        <source>{clock} senast {day}</source>
        <translation>{clock} by {day}</translation>
    </message>
    <message>
        <source>{count}, varav {late} sen</source>
        <translation>{count}, {late} of them late</translation>
    </message>
    <message>
        <source>{count}, varav {late} sena</source>
        <translation>{count}, {late} of them late</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} minuter</source>
        <translation>{minutes} minutes</translation>
    </message>
    <message>
        <source>{year} tertial {number}</source>
        <translation>{year} tertial {number}</translation>
    </message>
    <message>
        <source>{year} vecka {week}</source>
        <translation>{year} week {week}</translation>
    </message>
    <message>
        <source>Ärenden nära sin dag</source>
        <translation>Cases near their date</translation>
    </message>
    <message>
        <source>Öppna säkerhetsnät</source>
        <translation>Open safety nets</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>112</source>
        <translation>112</translation>
    </message>
    <message>
        <source>1177 på telefon</source>
        <translation>1177 by telephone</translation>
    </message>
    <message>
        <source>1177.se</source>
        <translation>1177.se</translation>
    </message>
    <message>
        <source>Akutmottagning</source>
        <translation>Emergency department</translation>
    </message>
    <message>
        <source>Annan vård</source>
        <translation>Other care</translation>
    </message>
    <message>
        <source>Annat</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Avbokad</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Avbokning</source>
        <translation>Cancellation</translation>
    </message>
    <message>
        <source>Avbrutet</source>
        <translation>Broken off</translation>
    </message>
    <message>
        <source>Beröm</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>Bokad på annan mottagning</source>
        <translation>Booked at another clinic</translation>
    </message>
    <message>
        <source>Ctrl och Alt tillsammans är Alt Gr, som skriver tecken.</source>
        <translation>Ctrl and Alt together are Alt Gr, which types characters.</translation>
    </message>
    <message>
        <source>Den används för att redigera text och flytta sig.</source>
        <translation>It is used for editing text and moving about.</translation>
    </message>
    <message>
        <source>Den finns inte på alla svenska tangentbord.</source>
        <translation>Not every Swedish keyboard has it.</translation>
    </message>
    <message>
        <source>Den här får inte vara utan tangent.</source>
        <translation>This one must not be without a key.</translation>
    </message>
    <message>
        <source>Den skriver i texten. Håll ned Ctrl eller Alt också.</source>
        <translation>It types in the text. Hold down Ctrl or Alt as well.</translation>
    </message>
    <message>
        <source>Den tillhör skrivbordet och når inte programmet.</source>
        <translation>It belongs to the desktop and does not reach the program.</translation>
    </message>
    <message>
        <source>E-tjänst</source>
        <translation>E-service</translation>
    </message>
    <message>
        <source>E-tjänster</source>
        <translation>E-services</translation>
    </message>
    <message>
        <source>Egenvård</source>
        <translation>Self-care</translation>
    </message>
    <message>
        <source>Enhet som inte finns kvar</source>
        <translation>A unit that is no longer there</translation>
    </message>
    <message>
        <source>Fråga</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Fylld igen</source>
        <translation>Filled again</translation>
    </message>
    <message>
        <source>Första gången</source>
        <translation>First time</translation>
    </message>
    <message>
        <source>Har inget vårdbehov längre</source>
        <translation>Needs no care any more</translation>
    </message>
    <message>
        <source>Har inte fått kallelsen</source>
        <translation>Has not received the invitation</translation>
    </message>
    <message>
        <source>I tid</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Inte sagt</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>Inte uppföljd</source>
        <translation>Not followed up</translation>
    </message>
    <message>
        <source>Klagomål</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>Kom inte fram</source>
        <translation>Did not get through</translation>
    </message>
    <message>
        <source>Kopplat</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Ledig</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Nådde fram</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>Nådde inte fram</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>Passerad</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>Patienten har avlidit</source>
        <translation>The patient has died</translation>
    </message>
    <message>
        <source>Primärvård</source>
        <translation>Primary care</translation>
    </message>
    <message>
        <source>Registrerade för hand</source>
        <translation>Registered by hand</translation>
    </message>
    <message>
        <source>Retur</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Rådgivning</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Servicedisken</source>
        <translation>The service desk</translation>
    </message>
    <message>
        <source>Servicefunktionen</source>
        <translation>The service function</translation>
    </message>
    <message>
        <source>Sjuk</source>
        <translation>Ill</translation>
    </message>
    <message>
        <source>Släppt</source>
        <translation>Released</translation>
    </message>
    <message>
        <source>Specialistvård</source>
        <translation>Specialist care</translation>
    </message>
    <message>
        <source>Synpunkt</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Tangenten gör redan något annat här: {action}.</source>
        <translation>The key already does something else here: {action}.</translation>
    </message>
    <message>
        <source>Tangenten gör redan något annat.</source>
        <translation>The key already does something else.</translation>
    </message>
    <message>
        <source>Televäxeln</source>
        <translation>The switchboard</translation>
    </message>
    <message>
        <source>Tiden passar inte</source>
        <translation>The time does not suit</translation>
    </message>
    <message>
        <source>Transport eller väder</source>
        <translation>Transport or weather</translation>
    </message>
    <message>
        <source>Tryck en enda tangent, eller flera på en gång.</source>
        <translation>Press a single key, or several at once.</translation>
    </message>
    <message>
        <source>Utan kö</source>
        <translation>Without a queue</translation>
    </message>
    <message>
        <source>Växel</source>
        <translation>Switchboard</translation>
    </message>
    <message>
        <source>Växeln</source>
        <translation>The switchboard</translation>
    </message>
    <message>
        <source>Vård av sjukt barn</source>
        <translation>Care of a sick child</translation>
    </message>
    <message>
        <source>Vårdcentral</source>
        <translation>Primary care centre</translation>
    </message>
    <message>
        <source>{keys} (egen)</source>
        <translation>{keys} (own)</translation>
    </message>
    <message>
        <source>Återkommande</source>
        <translation>Returning</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>112</source>
        <translation>112</translation>
    </message>
    <message>
        <source>1177 direkt</source>
        <translation>1177 direkt</translation>
    </message>
    <message>
        <source>1177 inkorg</source>
        <translation>1177 inbox</translation>
    </message>
    <message>
        <source>1177 på telefon</source>
        <translation>1177 by telephone</translation>
    </message>
    <message>
        <source>1177.se</source>
        <translation>1177.se</translation>
    </message>
    <message>
        <source>24 tim</source>
        <translation>24 hours</translation>
    </message>
    <message>
        <source>7 dygn</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>72 tim</source>
        <translation>72 hours</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Administrativ</source>
        <translation>Administrative</translation>
    </message>
    <message>
        <source>Administratör</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Adress</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Adress, nummer, tider</source>
        <translation>Address, number, times</translation>
    </message>
    <message>
        <source>Akut</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>Akut sjuk</source>
        <translation>Acutely ill</translation>
    </message>
    <message>
        <source>Akutmottagning</source>
        <translation>Emergency department</translation>
    </message>
    <message>
        <source>Allmän</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Analysera</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Anamnes</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Angelägenhetsgrad</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>Anhörig</source>
        <translation>Relative</translation>
    </message>
    <message>
        <source>Anmäla till en myndighet</source>
        <translation>Report to an authority</translation>
    </message>
    <message>
        <source>Anmälan till IVO</source>
        <translation>Report to IVO</translation>
    </message>
    <message>
        <source>Anmäls till IVO (lex Maria)</source>
        <translation>Is reported to IVO (lex Maria)</translation>
    </message>
    <message>
        <source>Annan närstående</source>
        <translation>Other close person</translation>
    </message>
    <message>
        <source>Annan vård</source>
        <translation>Other care</translation>
    </message>
    <message>
        <source>Annat</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Annat nummer</source>
        <translation>Another number</translation>
    </message>
    <message>
        <source>Anonym</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>Arbetsledare 1177</source>
        <translation>Supervisor 1177</translation>
    </message>
    <message>
        <source>Arbetsledare växel</source>
        <translation>Supervisor switchboard</translation>
    </message>
    <message>
        <source>Att bli kopplad</source>
        <translation>To be connected</translation>
    </message>
    <message>
        <source>Att komma ny till Sverige</source>
        <translation>Coming new to Sweden</translation>
    </message>
    <message>
        <source>Att vårdgivaren tar emot och besvarar klagomål</source>
        <translation>That the care provider receives and answers complaints</translation>
    </message>
    <message>
        <source>Avboka</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Avboka eller omboka</source>
        <translation>Cancel or rebook</translation>
    </message>
    <message>
        <source>Avbokad</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Avbokning</source>
        <translation>Cancellation</translation>
    </message>
    <message>
        <source>Avbokning är inte tillåten</source>
        <translation>Cancelling is not allowed</translation>
    </message>
    <message>
        <source>Avbruten</source>
        <translation>Broken off</translation>
    </message>
    <message>
        <source>Avbrutet i kö</source>
        <translation>Abandoned</translation>
    </message>
    <message>
        <source>Avgift kan tas ut</source>
        <translation>A fee may be charged</translation>
    </message>
    <message>
        <source>Avsluta</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Avslutad</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Avslutad, ej nådd</source>
        <translation>Closed, not reached</translation>
    </message>
    <message>
        <source>Avslutades</source>
        <translation>Was ended</translation>
    </message>
    <message>
        <source>Avslutat</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Avsteg från beslutsstödet</source>
        <translation>Deviation from the decision support</translation>
    </message>
    <message>
        <source>Bakgrund</source>
        <translation>Background</translation>
    </message>
    <message>
        <source>Barnakut</source>
        <translation>Paediatric emergency department</translation>
    </message>
    <message>
        <source>Bedömning</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Bekräftat</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>Bekräftelse</source>
        <translation>Acknowledgement</translation>
    </message>
    <message>
        <source>Bekräftelse på mottagandet</source>
        <translation>Acknowledgement of receipt</translation>
    </message>
    <message>
        <source>Bekräftelse är inte tillåten</source>
        <translation>Confirming is not allowed</translation>
    </message>
    <message>
        <source>Beröm</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>Beslut om vårdskada</source>
        <translation>Decision about a care injury</translation>
    </message>
    <message>
        <source>Beslutsstöd</source>
        <translation>Decision support</translation>
    </message>
    <message>
        <source>Besvarades</source>
        <translation>Was answered</translation>
    </message>
    <message>
        <source>Besvarat</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Besök</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Boka</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Bokad</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>Bokad på annan mottagning</source>
        <translation>Booked at another clinic</translation>
    </message>
    <message>
        <source>Bokad tid</source>
        <translation>Booked time</translation>
    </message>
    <message>
        <source>Bokning</source>
        <translation>Booking</translation>
    </message>
    <message>
        <source>Bokning är inte tillåten</source>
        <translation>Booking is not allowed</translation>
    </message>
    <message>
        <source>Bokningssystemet svarade med ett fel</source>
        <translation>The booking system answered with an error</translation>
    </message>
    <message>
        <source>Bordstelefon</source>
        <translation>Desk telephone</translation>
    </message>
    <message>
        <source>Brev</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Brev skrevs ut</source>
        <translation>A letter was printed</translation>
    </message>
    <message>
        <source>Bättre</source>
        <translation>Better</translation>
    </message>
    <message>
        <source>Chatt</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Chefläkaren</source>
        <translation>The chief medical officer</translation>
    </message>
    <message>
        <source>Chefläkarens beslut</source>
        <translation>The chief medical officer&apos;s decision</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Delvis</source>
        <translation>Partly</translation>
    </message>
    <message>
        <source>Den som gav vården svarar.</source>
        <translation>Whoever gave the care answers.</translation>
    </message>
    <message>
        <source>Den som ringer vill anmäla.</source>
        <translation>The caller wants to report.</translation>
    </message>
    <message>
        <source>Den som ringer vill ha ersättning.</source>
        <translation>The caller wants compensation.</translation>
    </message>
    <message>
        <source>Den som ringer vill ha hjälp av någon oberoende.</source>
        <translation>The caller wants help from somebody independent.</translation>
    </message>
    <message>
        <source>Den som tillfrågades har lagt på</source>
        <translation>Whoever was asked has hung up</translation>
    </message>
    <message>
        <source>Den som tillfrågades är släppt</source>
        <translation>Whoever was asked is let go</translation>
    </message>
    <message>
        <source>Det gäller kundcentret.</source>
        <translation>It is about the contact centre.</translation>
    </message>
    <message>
        <source>Det gäller skada av läkemedel.</source>
        <translation>It is about an injury by a drug.</translation>
    </message>
    <message>
        <source>Diarienummer</source>
        <translation>Registry number</translation>
    </message>
    <message>
        <source>Direkt</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>Dokumentera</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>Donation</translation>
    </message>
    <message>
        <source>E-post</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>E-posten gick inte att lämna</source>
        <translation>The e-mail could not be handed over</translation>
    </message>
    <message>
        <source>E-posten lämnades till servern</source>
        <translation>The e-mail was handed to the server</translation>
    </message>
    <message>
        <source>E-tjänst</source>
        <translation>E-service</translation>
    </message>
    <message>
        <source>E-tjänsterna</source>
        <translation>The e-services</translation>
    </message>
    <message>
        <source>Efter</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Efter fråga</source>
        <translation>After asking</translation>
    </message>
    <message>
        <source>Efterarbete</source>
        <translation>Wrap-up</translation>
    </message>
    <message>
        <source>Egen</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>Egen vårdbegäran</source>
        <translation>Own request for care</translation>
    </message>
    <message>
        <source>Egenvård</source>
        <translation>Self-care</translation>
    </message>
    <message>
        <source>Eget löfte</source>
        <translation>Own promise</translation>
    </message>
    <message>
        <source>Ej nådd</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>Ej svar</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>En anmälan dit ska ha namn och adress.</source>
        <translation>A report there is to have a name and an address.</translation>
    </message>
    <message>
        <source>En annan myndighet</source>
        <translation>Another authority</translation>
    </message>
    <message>
        <source>En annan vårdgivare</source>
        <translation>Another care provider</translation>
    </message>
    <message>
        <source>En annan vårdgivare gav vården.</source>
        <translation>Another care provider gave the care.</translation>
    </message>
    <message>
        <source>En närstående kan anmäla bara om patienten inte kan.</source>
        <translation>A relative can report only if the patient cannot.</translation>
    </message>
    <message>
        <source>En vårdskada misstänks.</source>
        <translation>A care injury is suspected.</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Enhetens</source>
        <translation>The unit&apos;s</translation>
    </message>
    <message>
        <source>Enhetens kö</source>
        <translation>The unit&apos;s queue</translation>
    </message>
    <message>
        <source>Enkel</source>
        <translation>Simple</translation>
    </message>
    <message>
        <source>Erbjuds inte mer</source>
        <translation>Offered no more</translation>
    </message>
    <message>
        <source>Erbjuds nu</source>
        <translation>Being offered</translation>
    </message>
    <message>
        <source>Ersättning för patient- och läkemedelsskada</source>
        <translation>Compensation for patient and drug injuries</translation>
    </message>
    <message>
        <source>Ett namn som formatet inte har</source>
        <translation>A name that the format does not have</translation>
    </message>
    <message>
        <source>Ett tecken kan inte sparas</source>
        <translation>A character cannot be kept</translation>
    </message>
    <message>
        <source>Ett tecken som inte syns</source>
        <translation>A character that does not show</translation>
    </message>
    <message>
        <source>Fel sorts värde</source>
        <translation>The wrong kind of value</translation>
    </message>
    <message>
        <source>Filen går inte att läsa som TOML</source>
        <translation>The file cannot be read as TOML</translation>
    </message>
    <message>
        <source>Flyttad</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Fras</source>
        <translation>Snippet</translation>
    </message>
    <message>
        <source>Fråga</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Fråga om det får lämnas över dit.</source>
        <translation>Ask whether it may be handed over to them.</translation>
    </message>
    <message>
        <source>Fråga om vårdgivaren har svarat, och när det hände.</source>
        <translation>Ask whether the care provider has answered, and when it happened.</translation>
    </message>
    <message>
        <source>Frågan bröts</source>
        <translation>The question was broken off</translation>
    </message>
    <message>
        <source>Frågor om fara för livet saknas</source>
        <translation>Questions about danger to life are missing</translation>
    </message>
    <message>
        <source>Funktion</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>För sent att avboka</source>
        <translation>Too late to cancel</translation>
    </message>
    <message>
        <source>För sent att bekräfta</source>
        <translation>Too late to confirm</translation>
    </message>
    <message>
        <source>För sent att boka</source>
        <translation>Too late to book</translation>
    </message>
    <message>
        <source>För sent att omboka</source>
        <translation>Too late to rebook</translation>
    </message>
    <message>
        <source>Fördelades</source>
        <translation>Was assigned</translation>
    </message>
    <message>
        <source>Fördelat</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>Före</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Förlossning</source>
        <translation>Maternity ward</translation>
    </message>
    <message>
        <source>Förmyndare</source>
        <translation>Legal guardian</translation>
    </message>
    <message>
        <source>Förnya recept på hjälpmedel</source>
        <translation>Renew a prescription of aids</translation>
    </message>
    <message>
        <source>Förnya recept på läkemedel</source>
        <translation>Renew a prescription of medicine</translation>
    </message>
    <message>
        <source>Försenat</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Första svar</source>
        <translation>First answer</translation>
    </message>
    <message>
        <source>Förvaltare</source>
        <translation>Legal administrator</translation>
    </message>
    <message>
        <source>Föräldraledig</source>
        <translation>Parental leave</translation>
    </message>
    <message>
        <source>Genomförd</source>
        <translation>Carried out</translation>
    </message>
    <message>
        <source>Gick inte att koppla</source>
        <translation>Could not be connected</translation>
    </message>
    <message>
        <source>Gick inte att skicka</source>
        <translation>Could not be sent</translation>
    </message>
    <message>
        <source>Gick vidare</source>
        <translation>Passed on</translation>
    </message>
    <message>
        <source>God man</source>
        <translation>Trustee</translation>
    </message>
    <message>
        <source>Granskas snart</source>
        <translation>Review due soon</translation>
    </message>
    <message>
        <source>Granskning försenad</source>
        <translation>Review overdue</translation>
    </message>
    <message>
        <source>Granskningsdagen är inte efter skrivdagen</source>
        <translation>The day of review is not after the day of writing</translation>
    </message>
    <message>
        <source>Gräns</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Gäller</source>
        <translation>Stands</translation>
    </message>
    <message>
        <source>Gäller ett barn</source>
        <translation>Is about a child</translation>
    </message>
    <message>
        <source>Gått för dagen</source>
        <translation>Gone for the day</translation>
    </message>
    <message>
        <source>Ha ersättning för en skada</source>
        <translation>Have compensation for an injury</translation>
    </message>
    <message>
        <source>Ha ersättning för skada av läkemedel</source>
        <translation>Have compensation for an injury by a drug</translation>
    </message>
    <message>
        <source>Ha hjälp av någon oberoende</source>
        <translation>Have help from somebody independent</translation>
    </message>
    <message>
        <source>Har fått tid</source>
        <translation>Has got a time</translation>
    </message>
    <message>
        <source>Har inget vårdbehov längre</source>
        <translation>Needs no care any more</translation>
    </message>
    <message>
        <source>Har inte fått kallelsen</source>
        <translation>Has not received the invitation</translation>
    </message>
    <message>
        <source>Har passerat</source>
        <translation>Has passed</translation>
    </message>
    <message>
        <source>Har väntat längst</source>
        <translation>Has waited longest</translation>
    </message>
    <message>
        <source>Har vårdgivaren svarat?</source>
        <translation>Has the care provider answered?</translation>
    </message>
    <message>
        <source>Hot eller våld</source>
        <translation>Threats or violence</translation>
    </message>
    <message>
        <source>Hur det gick</source>
        <translation>How it went</translation>
    </message>
    <message>
        <source>Hur personen mår</source>
        <translation>How the person is</translation>
    </message>
    <message>
        <source>Hänvisad vidare</source>
        <translation>Referred on</translation>
    </message>
    <message>
        <source>Hänvisning</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Hänvisningsregler</source>
        <translation>Referral rules</translation>
    </message>
    <message>
        <source>Hör av sig själv</source>
        <translation>Will get in touch</translation>
    </message>
    <message>
        <source>Hör till</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>Hörsel eller tal</source>
        <translation>Hearing or speech</translation>
    </message>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>I samma hus</source>
        <translation>In the same building</translation>
    </message>
    <message>
        <source>I tid</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>IVO</source>
        <translation>IVO</translation>
    </message>
    <message>
        <source>IVO, två år</source>
        <translation>IVO, two years</translation>
    </message>
    <message>
        <source>Individbunden</source>
        <translation>About an individual</translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Ingen avgift</source>
        <translation>No fee</translation>
    </message>
    <message>
        <source>Ingen avgift, vården avbokade</source>
        <translation>No fee, cancelled by the care provider</translation>
    </message>
    <message>
        <source>Ingen jämförelse</source>
        <translation>No comparison</translation>
    </message>
    <message>
        <source>Ingen ny tid</source>
        <translation>No new time</translation>
    </message>
    <message>
        <source>Ingen regel finns</source>
        <translation>There is no rule</translation>
    </message>
    <message>
        <source>Inget skydd</source>
        <translation>No protection</translation>
    </message>
    <message>
        <source>Inget svar</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Inre</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>Inte aktuellt</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>Inte bedömt</source>
        <translation>Not judged</translation>
    </message>
    <message>
        <source>Inte beslutat</source>
        <translation>Not decided</translation>
    </message>
    <message>
        <source>Inte delat</source>
        <translation>Not divided</translation>
    </message>
    <message>
        <source>Inte inkopplad</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>Inte levererat</source>
        <translation>Not delivered</translation>
    </message>
    <message>
        <source>Inte sagt</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>Inte valt</source>
        <translation>Not chosen</translation>
    </message>
    <message>
        <source>Interimsnummer: ingen nationell identitet.</source>
        <translation>Interim number: no national identity.</translation>
    </message>
    <message>
        <source>Intern avvikelse</source>
        <translation>Internal deviation</translation>
    </message>
    <message>
        <source>Intyg</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>On call</translation>
    </message>
    <message>
        <source>Journalutskrift</source>
        <translation>Copy of the record</translation>
    </message>
    <message>
        <source>Jämförelse</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Kallelse med tid</source>
        <translation>Timed invitation</translation>
    </message>
    <message>
        <source>Kallelsen kom inte fram</source>
        <translation>The invitation did not arrive</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Klaga på kundcentret</source>
        <translation>Complain about the contact centre</translation>
    </message>
    <message>
        <source>Klagomål</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Klart</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Klart för sent</source>
        <translation>Done too late</translation>
    </message>
    <message>
        <source>Klart i tid</source>
        <translation>Done in time</translation>
    </message>
    <message>
        <source>Klockan går igen</source>
        <translation>The clock is running again</translation>
    </message>
    <message>
        <source>Koden kan inte användas</source>
        <translation>The code cannot be used</translation>
    </message>
    <message>
        <source>Kom tillbaka</source>
        <translation>Came back</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Kommunal personal</source>
        <translation>Municipal staff</translation>
    </message>
    <message>
        <source>Komplicerad</source>
        <translation>Complex</translation>
    </message>
    <message>
        <source>Kontakta oss</source>
        <translation>Contact us</translation>
    </message>
    <message>
        <source>Kontaktorsak</source>
        <translation>Contact reason</translation>
    </message>
    <message>
        <source>Kontaktorsaken är okänd</source>
        <translation>The contact reason is unknown</translation>
    </message>
    <message>
        <source>Kontrollsiffran är inte kontrollerad.</source>
        <translation>The check digit has not been verified.</translation>
    </message>
    <message>
        <source>Kopia av texten</source>
        <translation>Copy of the text</translation>
    </message>
    <message>
        <source>Kopplad</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Kopplas</source>
        <translation>Is connected</translation>
    </message>
    <message>
        <source>Kort uppringning, kortare än</source>
        <translation>Short call, shorter than</translation>
    </message>
    <message>
        <source>Kundcentret</source>
        <translation>The contact centre</translation>
    </message>
    <message>
        <source>Kunskapskort</source>
        <translation>Knowledge card</translation>
    </message>
    <message>
        <source>Kvalitet</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Kö just nu, högst</source>
        <translation>Queue right now, at most</translation>
    </message>
    <message>
        <source>Kö just nu, varning från</source>
        <translation>Queue right now, warning from</translation>
    </message>
    <message>
        <source>LMA-nummer</source>
        <translation>LMA number</translation>
    </message>
    <message>
        <source>Lagar som styr</source>
        <translation>Laws that govern</translation>
    </message>
    <message>
        <source>Lagd</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Lagkrav</source>
        <translation>Legal requirement</translation>
    </message>
    <message>
        <source>Ledig</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Lex Maria</source>
        <translation>Lex Maria</translation>
    </message>
    <message>
        <source>Lex Maria anmäls av vårdgivaren, aldrig av en privatperson.</source>
        <translation>Lex Maria is reported by the care provider, never by a private person.</translation>
    </message>
    <message>
        <source>Loggranskare</source>
        <translation>Log reviewer</translation>
    </message>
    <message>
        <source>Lokalt reservnummer</source>
        <translation>Local reserve number</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>Lunch</translation>
    </message>
    <message>
        <source>Lyssna</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Läkemedelsförsäkringen</source>
        <translation>The pharmaceutical insurance</translation>
    </message>
    <message>
        <source>Lämnad vidare</source>
        <translation>Handed on</translation>
    </message>
    <message>
        <source>Lämnades över</source>
        <translation>Was handed over</translation>
    </message>
    <message>
        <source>Lämnat ut</source>
        <translation>Disclosed</translation>
    </message>
    <message>
        <source>Löf, patientförsäkringen</source>
        <translation>Löf, the patient insurance</translation>
    </message>
    <message>
        <source>Löftet brutet</source>
        <translation>Promise broken</translation>
    </message>
    <message>
        <source>Lördag eller afton</source>
        <translation>Saturday or holiday eve</translation>
    </message>
    <message>
        <source>MVC eller BVC</source>
        <translation>Antenatal or child health centre</translation>
    </message>
    <message>
        <source>Med egna ord</source>
        <translation>In their own words</translation>
    </message>
    <message>
        <source>Medicinsk</source>
        <translation>Medical</translation>
    </message>
    <message>
        <source>Medicinsk prioritet</source>
        <translation>Medical priority</translation>
    </message>
    <message>
        <source>Medicinskt ledningsansvarig</source>
        <translation>Medical lead</translation>
    </message>
    <message>
        <source>Mer än två år sedan: IVO kan avstå.</source>
        <translation>More than two years ago: IVO may decline.</translation>
    </message>
    <message>
        <source>Misstänkt allvarlig vårdskada</source>
        <translation>Suspected serious care injury</translation>
    </message>
    <message>
        <source>Misstänkt vårdskada</source>
        <translation>Suspected care injury</translation>
    </message>
    <message>
        <source>Mobil</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>Motfråga</source>
        <translation>Counter-question</translation>
    </message>
    <message>
        <source>Motfråga ställdes</source>
        <translation>A counter-question was put</translation>
    </message>
    <message>
        <source>Motivera</source>
        <translation>Motivate</translation>
    </message>
    <message>
        <source>Motringning först</source>
        <translation>Called back first</translation>
    </message>
    <message>
        <source>Mottagandet bekräftades</source>
        <translation>Receipt was acknowledged</translation>
    </message>
    <message>
        <source>Mottagare</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Mottaget</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Mottagningen</source>
        <translation>The clinic</translation>
    </message>
    <message>
        <source>Mottagningen lämnar en upplysning</source>
        <translation>The clinic gives a piece of information</translation>
    </message>
    <message>
        <source>Muntligt</source>
        <translation>Spoken</translation>
    </message>
    <message>
        <source>Myndighet</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Mål</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Månad</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Möte</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nationellt reservnummer</source>
        <translation>National reserve number</translation>
    </message>
    <message>
        <source>Natt</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>Nedsatt autonomi</source>
        <translation>Reduced autonomy</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Neutral sammanfattning</source>
        <translation>Neutral summary</translation>
    </message>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Numret gick inte att nå</source>
        <translation>The number could not be reached</translation>
    </message>
    <message>
        <source>Ny tid nu</source>
        <translation>A new time now</translation>
    </message>
    <message>
        <source>Nytt</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Nytt datum meddelades</source>
        <translation>A new date was told</translation>
    </message>
    <message>
        <source>När det hände</source>
        <translation>When it happened</translation>
    </message>
    <message>
        <source>När livet tar slut</source>
        <translation>When life ends</translation>
    </message>
    <message>
        <source>När man behöver vård</source>
        <translation>When one needs care</translation>
    </message>
    <message>
        <source>Närakut</source>
        <translation>Out-of-hours clinic</translation>
    </message>
    <message>
        <source>Närstående</source>
        <translation>Relative</translation>
    </message>
    <message>
        <source>Nådd</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>Någon annan</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Nödläge</source>
        <translation>Emergency mode</translation>
    </message>
    <message>
        <source>Nödöppning</source>
        <translation>Emergency opening</translation>
    </message>
    <message>
        <source>Obehövligt</source>
        <translation>Unnecessary</translation>
    </message>
    <message>
        <source>Oförändrat</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>Okänd</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Okänd identitet</source>
        <translation>Unknown identity</translation>
    </message>
    <message>
        <source>Okänt</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Om man inte är nöjd med vården</source>
        <translation>When one is not content with care</translation>
    </message>
    <message>
        <source>Om personen är här</source>
        <translation>Whether the person is here</translation>
    </message>
    <message>
        <source>Omboka</source>
        <translation>Rebook</translation>
    </message>
    <message>
        <source>Ombokad</source>
        <translation>Rebooked</translation>
    </message>
    <message>
        <source>Ombokning är inte tillåten</source>
        <translation>Rebooking is not allowed</translation>
    </message>
    <message>
        <source>Parkerat</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Patienten har avlidit</source>
        <translation>The patient has died</translation>
    </message>
    <message>
        <source>Patienten har redan en tid då</source>
        <translation>The patient has a time then already</translation>
    </message>
    <message>
        <source>Patienten informerades</source>
        <translation>The patient was informed</translation>
    </message>
    <message>
        <source>Patienten själv</source>
        <translation>The patient</translation>
    </message>
    <message>
        <source>Patientens namn</source>
        <translation>The patient&apos;s name</translation>
    </message>
    <message>
        <source>Patientens samtycke</source>
        <translation>The patient&apos;s consent</translation>
    </message>
    <message>
        <source>Patientnämnden</source>
        <translation>The patient board</translation>
    </message>
    <message>
        <source>Perioden före</source>
        <translation>The period before</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Person eller funktion</source>
        <translation>Person or function</translation>
    </message>
    <message>
        <source>Personen själv</source>
        <translation>The person themselves</translation>
    </message>
    <message>
        <source>Personnummer</source>
        <translation>Personal identity number</translation>
    </message>
    <message>
        <source>Placerad</source>
        <translation>Placed</translation>
    </message>
    <message>
        <source>Plats i mottagningens kö</source>
        <translation>A place in the clinic&apos;s queue</translation>
    </message>
    <message>
        <source>Plats i återuppringning</source>
        <translation>Place in a call-back queue</translation>
    </message>
    <message>
        <source>Polis</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Press</translation>
    </message>
    <message>
        <source>Primärvård</source>
        <translation>Primary care</translation>
    </message>
    <message>
        <source>Provsvar</source>
        <translation>Test result</translation>
    </message>
    <message>
        <source>Psykiatrisk akut</source>
        <translation>Psychiatric emergency department</translation>
    </message>
    <message>
        <source>På annat sätt</source>
        <translation>In another way</translation>
    </message>
    <message>
        <source>Pågår</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Recept</source>
        <translation>Prescription</translation>
    </message>
    <message>
        <source>Receptförnyelse</source>
        <translation>Prescription renewal</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Regionens</source>
        <translation>The region&apos;s</translation>
    </message>
    <message>
        <source>Registrerat</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Relation till patienten</source>
        <translation>Relation to the patient</translation>
    </message>
    <message>
        <source>Reservnummer Carelink</source>
        <translation>Reserve number Carelink</translation>
    </message>
    <message>
        <source>Reservnummer Stockholm</source>
        <translation>Reserve number Stockholm</translation>
    </message>
    <message>
        <source>Reservnummer Värmland</source>
        <translation>Reserve number Värmland</translation>
    </message>
    <message>
        <source>Reservnummer Västra Götaland</source>
        <translation>Reserve number Västra Götaland</translation>
    </message>
    <message>
        <source>Riket</source>
        <translation>The nation</translation>
    </message>
    <message>
        <source>Ringer</source>
        <translation>Ringing</translation>
    </message>
    <message>
        <source>Rings upp</source>
        <translation>Being called</translation>
    </message>
    <message>
        <source>Rättigheter i vården</source>
        <translation>Rights in care</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Råd utan återkomstkriterier</source>
        <translation>Advice that does not say when to call back</translation>
    </message>
    <message>
        <source>Rådgivning</source>
        <translation>Medical advice</translation>
    </message>
    <message>
        <source>Röstbrevlåda</source>
        <translation>Voicemail</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>Text message</translation>
    </message>
    <message>
        <source>SOS Alarm</source>
        <translation>SOS Alarm</translation>
    </message>
    <message>
        <source>Saknas</source>
        <translation>Is missing</translation>
    </message>
    <message>
        <source>Samma</source>
        <translation>The same</translation>
    </message>
    <message>
        <source>Samma period året före</source>
        <translation>The same period the year before</translation>
    </message>
    <message>
        <source>Sammanförd med den som fanns</source>
        <translation>Merged with the one that was there</translation>
    </message>
    <message>
        <source>Samordningsnummer</source>
        <translation>Coordination number</translation>
    </message>
    <message>
        <source>Sekretessmarkering</source>
        <translation>Confidentiality marking</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Servicefunktionen</source>
        <translation>The service function</translation>
    </message>
    <message>
        <source>Servicegrad, besvarat inom</source>
        <translation>Service level, answered within</translation>
    </message>
    <message>
        <source>Servicegrad, den längre tiden</source>
        <translation>Service level, the longer time</translation>
    </message>
    <message>
        <source>Servicehandläggare</source>
        <translation>Service desk officer</translation>
    </message>
    <message>
        <source>Sjuk</source>
        <translation>Ill</translation>
    </message>
    <message>
        <source>Sjukresor</source>
        <translation>Patient transport</translation>
    </message>
    <message>
        <source>Skadeprövning: ingen far illa</source>
        <translation>Tested: it harms nobody</translation>
    </message>
    <message>
        <source>Skickades</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Skickat</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Skiljer sig</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>Skrevs</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Skrevs ut</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Skyddad folkbokföring</source>
        <translation>Protected registration</translation>
    </message>
    <message>
        <source>Skyddad identitet</source>
        <translation>Protected identity</translation>
    </message>
    <message>
        <source>Skäl till avbokning</source>
        <translation>Reason for cancellation</translation>
    </message>
    <message>
        <source>Släppt</source>
        <translation>Released</translation>
    </message>
    <message>
        <source>Små tal döljs, mindre än</source>
        <translation>Small numbers hidden, less than</translation>
    </message>
    <message>
        <source>Snart</source>
        <translation>Soon</translation>
    </message>
    <message>
        <source>Specialist</source>
        <translation>Specialist</translation>
    </message>
    <message>
        <source>Specialistmottagning</source>
        <translation>Specialist clinic</translation>
    </message>
    <message>
        <source>Specialistvård</source>
        <translation>Specialist care</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Statistik</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>Står två gånger</source>
        <translation>Stands twice</translation>
    </message>
    <message>
        <source>Stöd och hjälpmedel</source>
        <translation>Support and aids</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Svar genom</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>Svarade inte</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Svarade inte i tid</source>
        <translation>Did not answer in time</translation>
    </message>
    <message>
        <source>Svarsgrupp</source>
        <translation>Answering group</translation>
    </message>
    <message>
        <source>Synnerligt hinder</source>
        <translation>Exceptional obstacle</translation>
    </message>
    <message>
        <source>Synpunkt</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Synpunkter och klagomål</source>
        <translation>Views and complaints</translation>
    </message>
    <message>
        <source>Säkerhetsnät</source>
        <translation>Safety net</translation>
    </message>
    <message>
        <source>Sämre</source>
        <translation>Worse</translation>
    </message>
    <message>
        <source>Så är vården organiserad</source>
        <translation>How care is organised</translation>
    </message>
    <message>
        <source>Sökare</source>
        <translation>Pager</translation>
    </message>
    <message>
        <source>Söndag eller helgdag</source>
        <translation>Sunday or public holiday</translation>
    </message>
    <message>
        <source>Tackade ja</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Tackade nej</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>Tagen</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Tar över när det är stängt</source>
        <translation>Takes over when it is closed</translation>
    </message>
    <message>
        <source>Tas om hand</source>
        <translation>Taken in hand</translation>
    </message>
    <message>
        <source>Tecknet mellan siffrorna stämmer inte med åldern.</source>
        <translation>The sign between the digits does not agree with the age.</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Telefonnummer</source>
        <translation>Telephone number</translation>
    </message>
    <message>
        <source>Telefonsjuksköterska</source>
        <translation>Telephone nurse</translation>
    </message>
    <message>
        <source>Televäxeln</source>
        <translation>The switchboard</translation>
    </message>
    <message>
        <source>Tid lämnad</source>
        <translation>Time told</translation>
    </message>
    <message>
        <source>Tiden finns inte</source>
        <translation>The time does not exist</translation>
    </message>
    <message>
        <source>Tiden har passerat</source>
        <translation>The time has passed</translation>
    </message>
    <message>
        <source>Tiden passar inte</source>
        <translation>The time does not suit</translation>
    </message>
    <message>
        <source>Tiden är inte längre ledig</source>
        <translation>The time is no longer free</translation>
    </message>
    <message>
        <source>Tiden är redan avbokad</source>
        <translation>The time is cancelled already</translation>
    </message>
    <message>
        <source>Tiden är redan bekräftad</source>
        <translation>The time is confirmed already</translation>
    </message>
    <message>
        <source>Tiden är redan ombokad</source>
        <translation>The time is rebooked already</translation>
    </message>
    <message>
        <source>Tiden är redan reserverad</source>
        <translation>The time is reserved already</translation>
    </message>
    <message>
        <source>Till chefläkaren</source>
        <translation>To the chief medical officer</translation>
    </message>
    <message>
        <source>Timme</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>Tjänsteresa</source>
        <translation>Business trip</translation>
    </message>
    <message>
        <source>Tjänsteärende</source>
        <translation>Business errand</translation>
    </message>
    <message>
        <source>Togs emot</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Togs in</source>
        <translation>Was taken in</translation>
    </message>
    <message>
        <source>Togs tillbaka</source>
        <translation>Was taken back</translation>
    </message>
    <message>
        <source>Tolk</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>Tolk behövs</source>
        <translation>Interpreter needed</translation>
    </message>
    <message>
        <source>Transport eller väder</source>
        <translation>Transport or weather</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Undantag åberopat</source>
        <translation>Exception claimed</translation>
    </message>
    <message>
        <source>Under utredning</source>
        <translation>Under investigation</translation>
    </message>
    <message>
        <source>Uppföljning</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Uppgiftsskyldighet enligt lag</source>
        <translation>A duty to tell by law</translation>
    </message>
    <message>
        <source>Upplysning</source>
        <translation>For information</translation>
    </message>
    <message>
        <source>Upptagen</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>Upptaget</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>Utbildning</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Utebliven</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>Utlämnad tid</source>
        <translation>Time told</translation>
    </message>
    <message>
        <source>Utredning började</source>
        <translation>Investigation began</translation>
    </message>
    <message>
        <source>Utskrift</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Utskrivet</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Vaccination</source>
        <translation>Vaccination</translation>
    </message>
    <message>
        <source>Vad får man betala</source>
        <translation>What one has to pay</translation>
    </message>
    <message>
        <source>Vad samtalet gällde</source>
        <translation>What the call was about</translation>
    </message>
    <message>
        <source>Vad som görs för att det inte ska hända igen</source>
        <translation>What is done so that it does not happen again</translation>
    </message>
    <message>
        <source>Vad som har hänt</source>
        <translation>What has happened</translation>
    </message>
    <message>
        <source>Vad vill du ska hända?</source>
        <translation>What do you want to happen?</translation>
    </message>
    <message>
        <source>Vald</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Var personen vårdas</source>
        <translation>Where the person is cared for</translation>
    </message>
    <message>
        <source>Varaktig beslutsoförmåga</source>
        <translation>Lasting inability to decide</translation>
    </message>
    <message>
        <source>Vardag</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>Varken anmälan eller avvikelse</source>
        <translation>Neither report nor deviation</translation>
    </message>
    <message>
        <source>Varken ja eller nej</source>
        <translation>Neither yes nor no</translation>
    </message>
    <message>
        <source>Veckodag</source>
        <translation>Day of the week</translation>
    </message>
    <message>
        <source>Vem som hör av sig</source>
        <translation>Who gets in touch</translation>
    </message>
    <message>
        <source>Vem som svarade</source>
        <translation>Who answered</translation>
    </message>
    <message>
        <source>Vi bara upplyser: den som ringer vänder sig dit själv.</source>
        <translation>We only inform: the caller turns there themselves.</translation>
    </message>
    <message>
        <source>Vid allvarlig skada utreder IVO, när vårdgivaren har svarat.</source>
        <translation>Of a serious injury IVO investigates, when the care provider has answered.</translation>
    </message>
    <message>
        <source>Vilken dag</source>
        <translation>Which day</translation>
    </message>
    <message>
        <source>Vilken mottagning</source>
        <translation>Which clinic</translation>
    </message>
    <message>
        <source>Vill inte ha svar</source>
        <translation>Wants no answer</translation>
    </message>
    <message>
        <source>Väntar</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Väntar på fastställande</source>
        <translation>Waiting for approval</translation>
    </message>
    <message>
        <source>Väntar på svar</source>
        <translation>Waiting for an answer</translation>
    </message>
    <message>
        <source>Väntar tills det är ledigt</source>
        <translation>Waits until it is free</translation>
    </message>
    <message>
        <source>Växel</source>
        <translation>Switchboard</translation>
    </message>
    <message>
        <source>Växeltelefonist</source>
        <translation>Switchboard operator</translation>
    </message>
    <message>
        <source>Vår egen</source>
        <translation>Our own</translation>
    </message>
    <message>
        <source>Vård</source>
        <translation>Care</translation>
    </message>
    <message>
        <source>Vård av eget sjukt barn</source>
        <translation>Care of one&apos;s own sick child</translation>
    </message>
    <message>
        <source>Vård av sjukt barn</source>
        <translation>Care of a sick child</translation>
    </message>
    <message>
        <source>Vårdcentral</source>
        <translation>Primary care centre</translation>
    </message>
    <message>
        <source>Vårdcentralen</source>
        <translation>The primary care centre</translation>
    </message>
    <message>
        <source>Vården avbokade</source>
        <translation>Cancelled by the care provider</translation>
    </message>
    <message>
        <source>Vårdgarantin går ut först</source>
        <translation>The care guarantee runs out first</translation>
    </message>
    <message>
        <source>Vårdgivare utanför katalogen</source>
        <translation>Care provider outside the directory</translation>
    </message>
    <message>
        <source>Vårdgivaren</source>
        <translation>The care provider</translation>
    </message>
    <message>
        <source>Vårdgivaren har inte svarat än: IVO kan lämna över det.</source>
        <translation>The care provider has not answered yet: IVO may hand it over.</translation>
    </message>
    <message>
        <source>Vårdgivaren har svarat, och det räckte inte.</source>
        <translation>The care provider has answered, and it was not enough.</translation>
    </message>
    <message>
        <source>Vårdnadshavare</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>Vårdnivå</source>
        <translation>Level of care</translation>
    </message>
    <message>
        <source>Vårdpersonal</source>
        <translation>Care staff</translation>
    </message>
    <message>
        <source>Vårdplan</source>
        <translation>Care plan</translation>
    </message>
    <message>
        <source>Vårdskada</source>
        <translation>Care injury</translation>
    </message>
    <message>
        <source>Yttre</source>
        <translation>External</translation>
    </message>
    <message>
        <source>kvinna</source>
        <translation>woman</translation>
    </message>
    <message>
        <source>man</source>
        <translation>man</translation>
    </message>
    <message>
        <source>Ändras inte</source>
        <translation>Will not be changed</translation>
    </message>
    <message>
        <source>Ändrat</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Är för långt</source>
        <translation>Is too long</translation>
    </message>
    <message>
        <source>Är för mycket text</source>
        <translation>Is too much text</translation>
    </message>
    <message>
        <source>Är för många</source>
        <translation>Are too many</translation>
    </message>
    <message>
        <source>Är tomt</source>
        <translation>Is empty</translation>
    </message>
    <message>
        <source>Ärendehandläggare</source>
        <translation>Case handler</translation>
    </message>
    <message>
        <source>Ärendetyp</source>
        <translation>Kind of case</translation>
    </message>
    <message>
        <source>Åldrarna stämmer inte</source>
        <translation>The ages are not right</translation>
    </message>
    <message>
        <source>Återtaget</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Öppen kallelse</source>
        <translation>Open invitation</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Öppnades igen</source>
        <translation>Was opened again</translation>
    </message>
    <message>
        <source>Överlämnande</source>
        <translation>Handing over</translation>
    </message>
    <message>
        <source>Överlämnat</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Övrig vård</source>
        <translation>Other care</translation>
    </message>
    <message>
        <source>Övrigt</source>
        <translation>Other</translation>
    </message>
</context>
<context>
    <name>live</name>
    <message>
        <source>Annat</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Bemannat</source>
        <translation>Staffed</translation>
    </message>
    <message>
        <source>Bemanningen</source>
        <translation>Staffing</translation>
    </message>
    <message>
        <source>Börjar bli lång</source>
        <translation>Getting long</translation>
    </message>
    <message>
        <source>Centralen</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Ensamarbete</source>
        <translation>Lone working</translation>
    </message>
    <message>
        <source>För lång</source>
        <translation>Too long</translation>
    </message>
    <message>
        <source>Hämtar siffrorna</source>
        <translation>Fetching the figures</translation>
    </message>
    <message>
        <source>I tid</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>Ingen inloggad</source>
        <translation>Nobody signed in</translation>
    </message>
    <message>
        <source>Ingen ledig</source>
        <translation>Nobody free</translation>
    </message>
    <message>
        <source>Ingen väntar där</source>
        <translation>Nobody is waiting there</translation>
    </message>
    <message>
        <source>Journalsystemet</source>
        <translation>Record system</translation>
    </message>
    <message>
        <source>Målet nås</source>
        <translation>Target met</translation>
    </message>
    <message>
        <source>Målet nås inte</source>
        <translation>Target not met</translation>
    </message>
    <message>
        <source>Nätverket</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Okänt</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Sedan {start}</source>
        <translation>Since {start}</translation>
    </message>
    <message>
        <source>Sedan {start}, till {end}: {reason}</source>
        <translation>Since {start}, until {end}: {reason}</translation>
    </message>
    <message>
        <source>Sedan {start}, tills vidare: {reason}</source>
        <translation>Since {start}, until further notice: {reason}</translation>
    </message>
    <message>
        <source>Siffrorna är från {clock}</source>
        <translation>The figures are from {clock}</translation>
    </message>
    <message>
        <source>Strömmen</source>
        <translation>Power</translation>
    </message>
    <message>
        <source>Telefonin</source>
        <translation>Telephony</translation>
    </message>
    <message>
        <source>inga samtal än</source>
        <translation>no calls yet</translation>
    </message>
    <message>
        <source>{answered} av {offered}</source>
        <translation>{answered} of {offered}</translation>
    </message>
    <message>
        <source>{words}, upptäckt av en arbetsplats</source>
        <translation>{words}, noticed by a workstation</translation>
    </message>
</context>
<context>
    <name>message_words</name>
    <message>
        <source>E-postservern svarar inte.</source>
        <translation>The mail server does not answer.</translation>
    </message>
    <message>
        <source>E-postservern tog inte emot meddelandet.</source>
        <translation>The mail server did not take the message.</translation>
    </message>
    <message>
        <source>Regionen har inte tillåtit meddelanden till den adressen.</source>
        <translation>The region has not allowed messages to that address.</translation>
    </message>
    <message>
        <source>{state}, {count} försök</source>
        <translation>{state}, tried {count} times</translation>
    </message>
    <message>
        <source>{time} {name}: {what}</source>
        <translation>{time} {name}: {what}</translation>
    </message>
    <message>
        <source>{told} (sent känt)</source>
        <translation>{told} (known late)</translation>
    </message>
</context>
<context>
    <name>mine</name>
    <message>
        <source>Från {warn} %</source>
        <translation>From {warn} %</translation>
    </message>
    <message>
        <source>Ingen arbetstid än</source>
        <translation>No working time yet</translation>
    </message>
    <message>
        <source>Inloggad {start}–{end}</source>
        <translation>Signed in {start}–{end}</translation>
    </message>
    <message>
        <source>Mer än {most} % aktiv rådgivning. Ta gärna en paus: {key}.</source>
        <translation>More than {most} % active advice. Do take a break: {key}.</translation>
    </message>
    <message>
        <source>Passet {start}–{end} enligt schemat</source>
        <translation>The shift {start}–{end} by the roster</translation>
    </message>
    <message>
        <source>Sedan du loggade in {start}</source>
        <translation>Since you signed in {start}</translation>
    </message>
    <message>
        <source>Under {warn} %</source>
        <translation>Under {warn} %</translation>
    </message>
    <message>
        <source>schemat, utan lunchrast</source>
        <translation>the roster, without lunch breaks</translation>
    </message>
    <message>
        <source>tiden du varit inloggad, utan lunchrast</source>
        <translation>the time you have been signed in, without lunch breaks</translation>
    </message>
    <message>
        <source>{active} av {worked}</source>
        <translation>{active} of {worked}</translation>
    </message>
    <message>
        <source>{count} tunga samtal i rad. Ta gärna en paus: {key}.</source>
        <translation>{count} heavy calls in a row. Do take a break: {key}.</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{percent}, {note}</source>
        <translation>{percent}, {note}</translation>
    </message>
    <message>
        <source>{time} utan paus. Ta gärna en: {key}.</source>
        <translation>{time} without a break. Do take one: {key}.</translation>
    </message>
    <message>
        <source>Över {most} %</source>
        <translation>Above {most} %</translation>
    </message>
</context>
<context>
    <name>mode_words</name>
    <message>
        <source>Dagläge</source>
        <translation>Day mode</translation>
    </message>
    <message>
        <source>Nattläge</source>
        <translation>Night mode</translation>
    </message>
    <message>
        <source>Nödläge</source>
        <translation>Emergency mode</translation>
    </message>
    <message>
        <source>{mode} enligt dagens timmar.</source>
        <translation>{mode} by the day&apos;s hours.</translation>
    </message>
    <message>
        <source>{mode} sedan {start}, till {end}: {reason}</source>
        <translation>{mode} since {start}, until {end}: {reason}</translation>
    </message>
    <message>
        <source>{mode} sedan {start}, tills beslutet hävs: {reason}</source>
        <translation>{mode} since {start}, until the order is lifted: {reason}</translation>
    </message>
    <message>
        <source>{mode} till {time}</source>
        <translation>{mode} until {time}</translation>
    </message>
    <message>
        <source>{mode} tills vidare</source>
        <translation>{mode} until further notice</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>Dolt nummer</source>
        <translation>Withheld number</translation>
    </message>
    <message>
        <source>Skyddat nummer</source>
        <translation>Protected number</translation>
    </message>
    <message>
        <source>Utan nummer</source>
        <translation>Without number</translation>
    </message>
    <message>
        <source>{number} (skyddat nummer)</source>
        <translation>{number} (protected number)</translation>
    </message>
</context>
<context>
    <name>opening</name>
    <message>
        <source>Stängt, nästa öppning okänd</source>
        <translation>Closed, next opening unknown</translation>
    </message>
    <message>
        <source>Stängt, öppnar om {minutes} min</source>
        <translation>Closed, opens in {minutes} min</translation>
    </message>
    <message>
        <source>Stängt, öppnar {when}</source>
        <translation>Closed, opens {when}</translation>
    </message>
    <message>
        <source>i morgon {time}</source>
        <translation>tomorrow {time}</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>Öppet dygnet runt</source>
        <translation>Open around the clock</translation>
    </message>
    <message>
        <source>Öppet, stänger om {minutes} min</source>
        <translation>Open, closes in {minutes} min</translation>
    </message>
    <message>
        <source>Öppet, stänger {when}</source>
        <translation>Open, closes {when}</translation>
    </message>
    <message>
        <source>Öppettid okänd</source>
        <translation>Opening hours unknown</translation>
    </message>
</context>
<context>
    <name>packs</name>
    <message>
        <source>Borta: {title}</source>
        <translation>Gone: {title}</translation>
    </message>
    <message>
        <source>Den är äldre än {since}, som finns här.</source>
        <translation>It is older than {since}, which is here.</translation>
    </message>
    <message>
        <source>Egen lydelse behålls: {topic}</source>
        <translation>Own wording is kept: {topic}</translation>
    </message>
    <message>
        <source>Frågor</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Författare</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>Granskas senast</source>
        <translation>Review by</translation>
    </message>
    <message>
        <source>Gällde förr</source>
        <translation>In force before</translation>
    </message>
    <message>
        <source>Gäller</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>Gäller, granskning försenad</source>
        <translation>In force, review overdue</translation>
    </message>
    <message>
        <source>Kontaktorsak</source>
        <translation>Contact reason</translation>
    </message>
    <message>
        <source>Livshot</source>
        <translation>Threats to life</translation>
    </message>
    <message>
        <source>Nytt ämne: {title}</source>
        <translation>New topic: {title}</translation>
    </message>
    <message>
        <source>Rubrik</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Skrivet</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Sökord</source>
        <translation>Search words</translation>
    </message>
    <message>
        <source>Ur bruk</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>Versionen är redan inläst.</source>
        <translation>The version has already been imported.</translation>
    </message>
    <message>
        <source>Väntar på godkännande</source>
        <translation>Waiting for approval</translation>
    </message>
    <message>
        <source>{new} nya ämnen, {changed} ändrade, {gone} borta, {same} lika.</source>
        <translation>{new} new topics, {changed} changed, {gone} gone, {same} the same.</translation>
    </message>
    <message>
        <source>Ändrat både här och i paketet, den egna lydelsen står kvar: {topic}</source>
        <translation>Changed both here and in the pack, the own wording stays: {topic}</translation>
    </message>
    <message>
        <source>Ändrat ämne: {title}</source>
        <translation>Changed topic: {title}</translation>
    </message>
    <message>
        <source>Återkom om</source>
        <translation>Call back if</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>Skyddad uppgift</source>
        <translation>Protected</translation>
    </message>
    <message>
        <source>Utan identitetsnummer</source>
        <translation>Without identity number</translation>
    </message>
    <message>
        <source>född {born}, {count} år</source>
        <translation>born {born}, aged {count}</translation>
    </message>
    <message>
        <source>{count} mån</source>
        <translation>{count} months</translation>
    </message>
    <message>
        <source>{count} år</source>
        <translation>{count} years</translation>
    </message>
</context>
<context>
    <name>receivers</name>
    <message>
        <source>Skickas som e-post genast.</source>
        <translation>Is sent as e-mail at once.</translation>
    </message>
    <message>
        <source>Skickas som sms genast, utan namn på patient.</source>
        <translation>Is sent as a text message at once, without a patient&apos;s name.</translation>
    </message>
    <message>
        <source>Skrivs ut när det är sparat.</source>
        <translation>Is printed when it is saved.</translation>
    </message>
    <message>
        <source>Väntar tills någon har läst upp det.</source>
        <translation>Waits until somebody has read it out.</translation>
    </message>
</context>
<context>
    <name>red_flags</name>
    <message>
        <source>Inget tecken passar. Är du osäker: larma 112.</source>
        <translation>No sign fits. If in doubt: call 112.</translation>
    </message>
    <message>
        <source>Larma 112</source>
        <translation>Call 112</translation>
    </message>
    <message>
        <source>Läs frågan högt. Är du osäker: larma 112.</source>
        <translation>Read the question aloud. If in doubt: call 112.</translation>
    </message>
    <message>
        <source>Påhittat innehåll, version {version}. Inte granskat.</source>
        <translation>Made-up content, version {version}. Not reviewed.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sök tecken</source>
        <translation>Search for a sign</translation>
    </message>
    <message>
        <source>Varningstecken</source>
        <translation>Warning signs</translation>
    </message>
</context>
<context>
    <name>referrals</name>
    <message>
        <source>Vecka {week}, {first} till {last}</source>
        <translation>Week {week}, {first} to {last}</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Bedömda</source>
        <translation>Assessed</translation>
    </message>
    <message>
        <source>Bedömning</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Draget</source>
        <translation>Drawn</translation>
    </message>
    <message>
        <source>Frågan är ställd</source>
        <translation>Question asked</translation>
    </message>
    <message>
        <source>Från</source>
        <translation>From</translation>
    </message>
    <message>
        <source>I sin ordning</source>
        <translation>In order</translation>
    </message>
    <message>
        <source>Obehörig åtkomst</source>
        <translation>Unauthorised access</translation>
    </message>
    <message>
        <source>Operatör</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Skyddad uppgift</source>
        <translation>Protected</translation>
    </message>
    <message>
        <source>Skäl</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Skäl: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Utpekad för</source>
        <translation>Flagged for</translation>
    </message>
    <message>
        <source>Utpekad för: {patterns}.</source>
        <translation>Flagged for: {patterns}.</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>en kollegas namn</source>
        <translation>a colleague&apos;s name</translation>
    </message>
    <message>
        <source>handregistrerat samtal utan anteckning</source>
        <translation>call registered by hand, without a note</translation>
    </message>
    <message>
        <source>många personer på en timme</source>
        <translation>many persons in an hour</translation>
    </message>
    <message>
        <source>många personer på ett samtal</source>
        <translation>many persons on one call</translation>
    </message>
    <message>
        <source>många sökningar på en timme</source>
        <translation>many searches in an hour</translation>
    </message>
    <message>
        <source>nekad</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>ogranskad i mer än ett dygn</source>
        <translation>not reviewed for more than a day</translation>
    </message>
    <message>
        <source>samma efternamn</source>
        <translation>same family name</translation>
    </message>
    <message>
        <source>samtalet gällde inte personen</source>
        <translation>the call was not about the person</translation>
    </message>
    <message>
        <source>skyddade uppgifter</source>
        <translation>protected data</translation>
    </message>
    <message>
        <source>spärr öppnad</source>
        <translation>block opened</translation>
    </message>
    <message>
        <source>utanför uppgiften</source>
        <translation>outside the task</translation>
    </message>
    <message>
        <source>utskrift</source>
        <translation>print</translation>
    </message>
    <message>
        <source>{judged} av {all}</source>
        <translation>{judged} of {all}</translation>
    </message>
    <message>
        <source>{what} ({level}) av {who} hos {unit}. Person: {person}.</source>
        <translation>{what} ({level}) by {who} at {unit}. Person: {person}.</translation>
    </message>
    <message>
        <source>återkommer utan samtal</source>
        <translation>returns without a call</translation>
    </message>
</context>
<context>
    <name>roster</name>
    <message>
        <source>Lördagar och aftnar</source>
        <translation>Saturdays and holiday eves</translation>
    </message>
    <message>
        <source>Rad {line}, {column}: {what}</source>
        <translation>Row {line}, {column}: {what}</translation>
    </message>
    <message>
        <source>Rad {line}: {what}</source>
        <translation>Row {line}: {what}</translation>
    </message>
    <message>
        <source>Sön- och helgdagar</source>
        <translation>Sundays and public holidays</translation>
    </message>
    <message>
        <source>Vardagar</source>
        <translation>Weekdays</translation>
    </message>
    <message>
        <source>annat</source>
        <translation>other</translation>
    </message>
    <message>
        <source>användaren får inte logga in längre</source>
        <translation>the user may no longer sign in</translation>
    </message>
    <message>
        <source>användaren har flera roller</source>
        <translation>the user has several roles</translation>
    </message>
    <message>
        <source>bokstäver har gått förlorade i filen</source>
        <translation>letters have been lost in the file</translation>
    </message>
    <message>
        <source>cellen är tom</source>
        <translation>the cell is empty</translation>
    </message>
    <message>
        <source>datumet är inget datum</source>
        <translation>the date is no date</translation>
    </message>
    <message>
        <source>dygnet har {hours} timmar</source>
        <translation>the day has {hours} hours</translation>
    </message>
    <message>
        <source>egna</source>
        <translation>own</translation>
    </message>
    <message>
        <source>ett citattecken är fel</source>
        <translation>a quotation mark is wrong</translation>
    </message>
    <message>
        <source>ett tecken som inte syns</source>
        <translation>a character that cannot be seen</translation>
    </message>
    <message>
        <source>fel antal celler</source>
        <translation>the wrong number of cells</translation>
    </message>
    <message>
        <source>filen har inga rader</source>
        <translation>the file has no rows</translation>
    </message>
    <message>
        <source>för många rader; ta en månad i taget</source>
        <translation>too many rows; take one month at a time</translation>
    </message>
    <message>
        <source>ingen med det användarnamnet kan ha pass</source>
        <translation>nobody with that user name can have turns</translation>
    </message>
    <message>
        <source>paus</source>
        <translation>break</translation>
    </message>
    <message>
        <source>rast</source>
        <translation>lunch break</translation>
    </message>
    <message>
        <source>rasterna går inte att använda</source>
        <translation>the breaks cannot be used</translation>
    </message>
    <message>
        <source>rollen finns inte, eller är inte användarens</source>
        <translation>the role does not exist, or is not the user&apos;s</translation>
    </message>
    <message>
        <source>rubriken saknas</source>
        <translation>the heading is missing</translation>
    </message>
    <message>
        <source>rubriken är okänd</source>
        <translation>the heading is unknown</translation>
    </message>
    <message>
        <source>samma person har ett annat pass då</source>
        <translation>the same person has another turn then</translation>
    </message>
    <message>
        <source>samma rubrik två gånger</source>
        <translation>the same heading twice</translation>
    </message>
    <message>
        <source>skiftet finns inte, eller används inte</source>
        <translation>the shift does not exist, or is not used</translation>
    </message>
    <message>
        <source>texten är för lång</source>
        <translation>the text is too long</translation>
    </message>
    <message>
        <source>tiden går inte att använda</source>
        <translation>the time cannot be used</translation>
    </message>
    <message>
        <source>varken skift eller tider</source>
        <translation>neither shift nor times</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{weekday} {day} {month}</source>
        <translation>{weekday} {day} {month}</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Aldrig</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>Bara den listade enheten</source>
        <translation>Only the unit listed with</translation>
    </message>
    <message>
        <source>Borta: {part} {name}</source>
        <translation>Gone: {part} {name}</translation>
    </message>
    <message>
        <source>Dagar</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>De här fallen stämmer inte: {rows}.</source>
        <translation>These cases do not hold: {rows}.</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Enheten {found} finns inte i katalogen</source>
        <translation>The unit {found} is not in the directory</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Först</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Först kommer enheten {found}</source>
        <translation>The unit {found} comes first</translation>
    </message>
    <message>
        <source>Först kommer {found}</source>
        <translation>{found} comes first</translation>
    </message>
    <message>
        <source>Granskas senast</source>
        <translation>Review by</translation>
    </message>
    <message>
        <source>Gällde förr</source>
        <translation>In force before</translation>
    </message>
    <message>
        <source>Gäller</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>Hur bråttom</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>Hänvisning</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Inte provat</source>
        <translation>Not tried</translation>
    </message>
    <message>
        <source>Klockan från</source>
        <translation>Time of day from</translation>
    </message>
    <message>
        <source>Klockan till</source>
        <translation>Time of day until</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Kommun</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Kontaktorsak</source>
        <translation>Contact reason</translation>
    </message>
    <message>
        <source>Kontaktorsaker</source>
        <translation>Contact reasons</translation>
    </message>
    <message>
        <source>Listad</source>
        <translation>Listed</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ny: {part} {name}</source>
        <translation>New: {part} {name}</translation>
    </message>
    <message>
        <source>Ordning</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Regelverket</source>
        <translation>The set of rules</translation>
    </message>
    <message>
        <source>Regler</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Rubrik</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Skäl</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Stämmer</source>
        <translation>Holds</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Typ av enhet</source>
        <translation>Type of unit</translation>
    </message>
    <message>
        <source>Utkast</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>behövs om hänvisningen har en enhet, annars inte</source>
        <translation>is needed if the outcome has a unit, otherwise not</translation>
    </message>
    <message>
        <source>finns redan på en annan rad</source>
        <translation>is on another row already</translation>
    </message>
    <message>
        <source>får inte vara tomt</source>
        <translation>must not be empty</translation>
    </message>
    <message>
        <source>gäller bara en hänvisning som har en enhet</source>
        <translation>applies only to an outcome that has a unit</translation>
    </message>
    <message>
        <source>ingenting</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>inte listad</source>
        <translation>not listed</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>listad</source>
        <translation>listed</translation>
    </message>
    <message>
        <source>nej</source>
        <translation>no</translation>
    </message>
    <message>
        <source>saknas helt</source>
        <translation>is missing altogether</translation>
    </message>
    <message>
        <source>skrivs med versaler, siffror, bindestreck</source>
        <translation>is written with capitals, digits, hyphens</translation>
    </message>
    <message>
        <source>{ages} år</source>
        <translation>{ages} years</translation>
    </message>
    <message>
        <source>{field} {fault}.</source>
        <translation>{field} {fault}.</translation>
    </message>
    <message>
        <source>{found} erbjuds</source>
        <translation>{found} is offered</translation>
    </message>
    <message>
        <source>{part}, rad {at}: {field} {fault}.</source>
        <translation>{part}, row {at}: {field} {fault}.</translation>
    </message>
    <message>
        <source>Ändrad: {part} {name}</source>
        <translation>Changed: {part} {name}</translation>
    </message>
    <message>
        <source>Ålder</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Ålder från</source>
        <translation>Age from</translation>
    </message>
    <message>
        <source>Ålder till</source>
        <translation>Age up to</translation>
    </message>
    <message>
        <source>är ett tal från 1</source>
        <translation>is a number from 1</translation>
    </message>
    <message>
        <source>är för många</source>
        <translation>are too many</translation>
    </message>
    <message>
        <source>är ingen kod som finns</source>
        <translation>is not a code that exists</translation>
    </message>
    <message>
        <source>är ingen tid</source>
        <translation>is not a time</translation>
    </message>
    <message>
        <source>är ingen ålder, eller i fel ordning</source>
        <translation>is not an age, or in the wrong order</translation>
    </message>
    <message>
        <source>är inget klockslag</source>
        <translation>is not a time of day</translation>
    </message>
</context>
<context>
    <name>samples</name>
    <message>
        <source>Annan vård</source>
        <translation>Other care</translation>
    </message>
    <message>
        <source>För hög nivå</source>
        <translation>Level too high</translation>
    </message>
    <message>
        <source>För låg nivå</source>
        <translation>Level too low</translation>
    </message>
    <message>
        <source>Går inte att bedöma</source>
        <translation>Cannot be assessed</translation>
    </message>
    <message>
        <source>Ingen rådgivning</source>
        <translation>No advice</translation>
    </message>
    <message>
        <source>Rätt nivå</source>
        <translation>Right level</translation>
    </message>
    <message>
        <source>{part} av {whole} · {value} % ({low}–{high})</source>
        <translation>{part} of {whole} · {value} % ({low}–{high})</translation>
    </message>
</context>
<context>
    <name>service_desk</name>
    <message>
        <source>, annars </source>
        <translation>, otherwise </translation>
    </message>
    <message>
        <source>Aldrig granskat</source>
        <translation>Never reviewed</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Demonstration</translation>
    </message>
    <message>
        <source>Granskat {day}</source>
        <translation>Reviewed {day}</translation>
    </message>
    <message>
        <source>Granskning försenad</source>
        <translation>Review overdue</translation>
    </message>
    <message>
        <source>Ur bruk</source>
        <translation>Retired</translation>
    </message>
</context>
<context>
    <name>snippets</name>
    <message>
        <source>?] står utan [? före</source>
        <translation>?] stands without [? before it</translation>
    </message>
    <message>
        <source>Rad {line}: {what}.</source>
        <translation>Row {line}: {what}.</translation>
    </message>
    <message>
        <source>Textens rad {line}, tecken {column}.</source>
        <translation>Line {line}, character {column} of the text.</translation>
    </message>
    <message>
        <source>datumet är inte skrivet som 2027-01-31</source>
        <translation>the date is not written as 2027-01-31</translation>
    </message>
    <message>
        <source>den valfria delen har ingen lucka</source>
        <translation>the optional part has no gap</translation>
    </message>
    <message>
        <source>den valfria delen saknar ?]</source>
        <translation>the optional part lacks ?]</translation>
    </message>
    <message>
        <source>det är fler än nio val</source>
        <translation>there are more than nine choices</translation>
    </message>
    <message>
        <source>en lucka eller en del står i en annan</source>
        <translation>a gap or a part lies within another</translation>
    </message>
    <message>
        <source>ett av valen är tomt</source>
        <translation>one of the choices is empty</translation>
    </message>
    <message>
        <source>ett citattecken är fel eller inte avslutat</source>
        <translation>a quotation mark is wrong or not closed</translation>
    </message>
    <message>
        <source>ett tecken kan inte sparas</source>
        <translation>a character cannot be kept</translation>
    </message>
    <message>
        <source>filen har för många rader</source>
        <translation>the file has too many rows</translation>
    </message>
    <message>
        <source>filen har inga fraser</source>
        <translation>the file has no snippets</translation>
    </message>
    <message>
        <source>fältet är inte anamnes, bakgrund, bedömning eller råd</source>
        <translation>the field is not history, background, assessment or advice</translation>
    </message>
    <message>
        <source>första raden behöver rubrikerna kod och text</source>
        <translation>the first row needs the headings code and text</translation>
    </message>
    <message>
        <source>koden kan inte användas</source>
        <translation>the code cannot be used</translation>
    </message>
    <message>
        <source>koden står redan i filen</source>
        <translation>the code is in the file already</translation>
    </message>
    <message>
        <source>luckan saknar ]] på samma rad</source>
        <translation>the gap lacks ]] on the same line</translation>
    </message>
    <message>
        <source>luckan är tom</source>
        <translation>the gap is empty</translation>
    </message>
    <message>
        <source>nivån är inte egen, enhet eller region</source>
        <translation>the scope is not personal, team or region</translation>
    </message>
    <message>
        <source>raden har fel antal celler</source>
        <translation>the row has the wrong number of cells</translation>
    </message>
    <message>
        <source>samma rubrik står två gånger</source>
        <translation>the same heading stands twice</translation>
    </message>
    <message>
        <source>tecknen ⟦ ⟧ ⟪ ⟫ kan inte användas</source>
        <translation>the characters ⟦ ⟧ ⟪ ⟫ cannot be used</translation>
    </message>
    <message>
        <source>texten eller rubriken är för lång</source>
        <translation>the text or title is too long</translation>
    </message>
    <message>
        <source>texten saknas</source>
        <translation>the text is missing</translation>
    </message>
    <message>
        <source>textens luckor eller variabler är fel</source>
        <translation>the gaps or variables of the text are wrong</translation>
    </message>
    <message>
        <source>variabeln finns inte</source>
        <translation>there is no such variable</translation>
    </message>
    <message>
        <source>variabeln saknar }} på slutet</source>
        <translation>the variable lacks }} at its end</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>Bedömning</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Brukar</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>Kö och mått</source>
        <translation>Queue and figure</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mål</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Mått</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Sen</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Täljare / nämnare</source>
        <translation>Numerator / denominator</translation>
    </message>
    <message>
        <source>Utfall</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>{aim}, eget</source>
        <translation>{aim}, its own</translation>
    </message>
    <message>
        <source>Överlämning</source>
        <translation>Handover</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>Adressen går inte att lyssna på ({why}).</source>
        <translation>The address cannot be listened on ({why}).</translation>
    </message>
    <message>
        <source>Alla fall i tabellen måste stämma. Prova reglerna och se vilka som inte gör det.</source>
        <translation>All cases in the table must hold. Try the rules and see which do not.</translation>
    </message>
    <message>
        <source>Allt är sparat, men inte i reservkopian bredvid. Det rättas automatiskt.</source>
        <translation>Everything is saved, but not in the copy beside it. This is repaired automatically.</translation>
    </message>
    <message>
        <source>Andra är sammanslagna med personen. Slå ihop åt andra hållet.</source>
        <translation>Others are merged with the person. Merge the other way round.</translation>
    </message>
    <message>
        <source>Anteckningen finns inte.</source>
        <translation>There is no such note.</translation>
    </message>
    <message>
        <source>Anteckningen gäller en annan patient.</source>
        <translation>The note is about another patient.</translation>
    </message>
    <message>
        <source>Anteckningen har fått en nyare version. Öppna den igen.</source>
        <translation>The note has a newer version. Open it again.</translation>
    </message>
    <message>
        <source>Anteckningen hör till ett annat samtal eller en annan del.</source>
        <translation>The note belongs to another call or another part.</translation>
    </message>
    <message>
        <source>Anteckningen säger inte vart. Välj hänvisning (F9) och spara först.</source>
        <translation>The note does not say where to. Choose the outcome (F9) and save first.</translation>
    </message>
    <message>
        <source>Anteckningen är inte signerad. Signera den innan den exporteras.</source>
        <translation>The note is not signed. Sign it before it is exported.</translation>
    </message>
    <message>
        <source>Anteckningen är inte signerad. Ändra den direkt i stället.</source>
        <translation>The note is not signed. Change it directly instead.</translation>
    </message>
    <message>
        <source>Anteckningen är signerad. Gör en rättelse i stället.</source>
        <translation>The note is signed. Make a correction instead.</translation>
    </message>
    <message>
        <source>Användaren finns inte.</source>
        <translation>There is no such user.</translation>
    </message>
    <message>
        <source>Användarnamnet är upptaget.</source>
        <translation>The user name is taken.</translation>
    </message>
    <message>
        <source>Arbetsstationen har ingen central som databasen kan hämtas från.</source>
        <translation>The workstation has no centre that the database could be fetched from.</translation>
    </message>
    <message>
        <source>Arbetsstationen hör till en central som inte längre står i inställningarna. Det som görs sparas här, men skickas ingenstans.</source>
        <translation>The workstation belongs to a centre that is no longer in its settings. What is done is saved here but sent nowhere.</translation>
    </message>
    <message>
        <source>Arbetsstationen och centralen är inte överens om vad som har gjorts här. Inget är borta.</source>
        <translation>The workstation and the centre do not agree on what has been done here. Nothing is lost.</translation>
    </message>
    <message>
        <source>Arbetsstationen svarade inte.</source>
        <translation>The workstation did not answer.</translation>
    </message>
    <message>
        <source>Arbetsstationen ändrade en användare som inte är dess egen.</source>
        <translation>The workstation changed a user who is not its own.</translation>
    </message>
    <message>
        <source>Bara den som skrev anteckningen får ändra eller signera den.</source>
        <translation>Only its author may change or sign the note.</translation>
    </message>
    <message>
        <source>Bara ett samtal som är besvarat och avslutat kan gås igenom.</source>
        <translation>Only a call that is answered and ended can be gone through.</translation>
    </message>
    <message>
        <source>Bara patienten, en god man eller en förvaltare kan begära en spärr.</source>
        <translation>Only the patient, a trustee or a legal administrator can request a block.</translation>
    </message>
    <message>
        <source>Bedömningen går inte ihop. Välj vårdnivå om det var rådgivning, annars ingen.</source>
        <translation>The assessment does not go together. Choose a level of care if it was medical advice, otherwise none.</translation>
    </message>
    <message>
        <source>Bocka av det som du har läst upp.</source>
        <translation>Tick what you have read out.</translation>
    </message>
    <message>
        <source>Centralen har inte gett lov till inloggningen.</source>
        <translation>The centre has not given leave for the sign-in.</translation>
    </message>
    <message>
        <source>Centralen har inte hunnit få veta av användaren. Försök igen om en stund.</source>
        <translation>The centre has not yet been told of the user. Try again in a while.</translation>
    </message>
    <message>
        <source>Centralen har mindre av en arbetsstation än den har intygat, eller något annat.</source>
        <translation>The centre has less of a workstation than it has certified, or something else.</translation>
    </message>
    <message>
        <source>Centralen har mycket att göra. Försök igen.</source>
        <translation>The centre is busy. Try again.</translation>
    </message>
    <message>
        <source>Centralen har stoppat den här arbetsstationen tills någon har tittat på den.</source>
        <translation>The centre has stopped this workstation until somebody has looked at it.</translation>
    </message>
    <message>
        <source>Centralen intygar mindre av arbetet här än den har gjort förut. Arbetet går vidare. En administratör behöver granska centralens loggar.</source>
        <translation>The centre certifies less of the work here than it has before. Work goes on. An administrator needs to review the centre&apos;s logs.</translation>
    </message>
    <message>
        <source>Centralen intygar något annat än vad som har gjorts här. Arbetet går vidare. En administratör behöver granska loggarna.</source>
        <translation>The centre certifies something else than what was done here. Work goes on. An administrator needs to review the logs.</translation>
    </message>
    <message>
        <source>Centralen kunde inte utföra händelsen. Den är sparad där, hel.</source>
        <translation>The centre could not carry out the act. It is kept there, whole.</translation>
    </message>
    <message>
        <source>Centralen känner dig, men arbetsstationen vet det inte än. Vänta lite.</source>
        <translation>The centre knows you, but the workstation does not know it yet. Wait a little.</translation>
    </message>
    <message>
        <source>Centralen känner inte igen sitt eget intyg om loggarna. Dess historia är ändrad, eller databasen tillbakalagd. Arbetet går vidare. En administratör behöver titta på det.</source>
        <translation>The centre does not recognise its own certificate of the logs. Its history was rewritten, or the database put back. Work goes on. An administrator needs to look at it.</translation>
    </message>
    <message>
        <source>Centralen känner inte igen skrivbordet.</source>
        <translation>The centre does not recognise the desk.</translation>
    </message>
    <message>
        <source>Centralen känner inte till den här arbetsstationen.</source>
        <translation>The centre does not know this workstation.</translation>
    </message>
    <message>
        <source>Centralen och arbetsstationen är av för olika versioner.</source>
        <translation>The versions of the centre and the workstation are too far apart.</translation>
    </message>
    <message>
        <source>Centralen sade nej. Programmet behöver kanske uppdateras.</source>
        <translation>The centre said no. The program may need an update.</translation>
    </message>
    <message>
        <source>Centralen svarade något som programmet inte förstår.</source>
        <translation>The centre answered something that the program does not understand.</translation>
    </message>
    <message>
        <source>Centralen svarar inte. Arbetet går vidare här.</source>
        <translation>The centre does not answer. Work goes on here.</translation>
    </message>
    <message>
        <source>Centralen svarar inte. Utan den kan bara den logga in som nyligen har loggat in här.</source>
        <translation>The centre does not answer. Without it only those can sign in who have signed in here recently.</translation>
    </message>
    <message>
        <source>Centralen säger nej ({code}).</source>
        <translation>The centre says no ({code}).</translation>
    </message>
    <message>
        <source>Centralen tar inte emot så mycket på en gång.</source>
        <translation>The centre does not take so much at a time.</translation>
    </message>
    <message>
        <source>Centralen vill ta bort mer än hälften av uppgifterna här ({count} stycken). Inget är borttaget. En administratör behöver titta på det.</source>
        <translation>The centre wants to remove more than half of the records here ({count} of them). Nothing has been removed. An administrator needs to look at it.</translation>
    </message>
    <message>
        <source>Centralens inställningar går inte att använda: {why}.</source>
        <translation>The centre&apos;s settings cannot be used: {why}.</translation>
    </message>
    <message>
        <source>Centralens intyg om sina loggar följer inte på det som finns här. Arbetet går vidare. En administratör behöver granska centralens loggar.</source>
        <translation>The centre&apos;s certificate of its logs does not follow on the one here. Work goes on. An administrator needs to review the centre&apos;s logs.</translation>
    </message>
    <message>
        <source>Centralens loggar stämmer inte med vad den har sagt förut.</source>
        <translation>The centre&apos;s logs do not fit what it has said before.</translation>
    </message>
    <message>
        <source>Centralens mapp går inte att skriva i ({why}).</source>
        <translation>The centre&apos;s folder cannot be written to ({why}).</translation>
    </message>
    <message>
        <source>Certifikatet {file} går inte att läsa.</source>
        <translation>The certificate {file} cannot be read.</translation>
    </message>
    <message>
        <source>Databasen har funnits men är borta. Återställ den från en säkerhetskopia.</source>
        <translation>There was a database, and it is gone. Restore it from a backup.</translation>
    </message>
    <message>
        <source>Databasen i mappen är en annan profils.</source>
        <translation>The database in the folder is another profile&apos;s.</translation>
    </message>
    <message>
        <source>Databasen och dess reservkopia berättar olika saker. En av dem är utbytt.</source>
        <translation>The database and its copy tell different stories. One of them was swapped.</translation>
    </message>
    <message>
        <source>Databasen är ingen central.</source>
        <translation>The database is no centre.</translation>
    </message>
    <message>
        <source>Databasen är skadad. Inget visas ur den. Återställ från en säkerhetskopia.</source>
        <translation>The database is damaged. Nothing is shown from it. Restore it from a backup.</translation>
    </message>
    <message>
        <source>Databasen är skriven av en nyare version av programmet. Inget har ändrats.</source>
        <translation>The database was written by a newer version of the program. Nothing was changed.</translation>
    </message>
    <message>
        <source>Databasen är upptagen. Inget har ändrats, försök igen.</source>
        <translation>The database is busy. Nothing was changed, try again.</translation>
    </message>
    <message>
        <source>Databasmotorn {version} kan tappa uppgifter. Programmet behöver uppdateras.</source>
        <translation>The database engine {version} can lose data. The program has to be updated.</translation>
    </message>
    <message>
        <source>Databasservern svarar inte.</source>
        <translation>The database server does not answer.</translation>
    </message>
    <message>
        <source>Datorns klocka går efter. Logga in när centralen svarar.</source>
        <translation>The computer&apos;s clock is behind. Sign in when the centre answers.</translation>
    </message>
    <message>
        <source>Datorns nyckelring svarar inte.</source>
        <translation>The computer&apos;s keyring does not answer.</translation>
    </message>
    <message>
        <source>Datorns nyckelring är låst. Lås upp den.</source>
        <translation>The computer&apos;s keyring is locked. Unlock it.</translation>
    </message>
    <message>
        <source>Datumet i numret finns inte.</source>
        <translation>The date in the number does not exist.</translation>
    </message>
    <message>
        <source>Delen av samtalet finns inte.</source>
        <translation>There is no such part of the call.</translation>
    </message>
    <message>
        <source>Delen har en anteckning om en annan person. Öppna en ny del.</source>
        <translation>The part has a note about another person. Open a new part.</translation>
    </message>
    <message>
        <source>Delen har ett innehåll och kan inte tas bort.</source>
        <translation>The part has content and cannot be removed.</translation>
    </message>
    <message>
        <source>Den delen av samtalet är redan avslutad.</source>
        <translation>That part of the call is finished already.</translation>
    </message>
    <message>
        <source>Den enda administratören kan inte tas bort. Utse en till först.</source>
        <translation>The only administrator cannot be removed. Appoint another first.</translation>
    </message>
    <message>
        <source>Den här arbetsstationen är raderad på centralens begäran.</source>
        <translation>This workstation was erased at the centre&apos;s request.</translation>
    </message>
    <message>
        <source>Den kollegan får inte ha hand om sådana ärenden. Välj en annan.</source>
        <translation>That colleague may not have such cases in hand. Choose another.</translation>
    </message>
    <message>
        <source>Den kollegan kan inte ta emot kort. Välj en annan.</source>
        <translation>That colleague cannot receive cards. Choose another.</translation>
    </message>
    <message>
        <source>Den lediga tiden finns inte.</source>
        <translation>The free time does not exist.</translation>
    </message>
    <message>
        <source>Den som svarar kan inte visa att den är centralen ({why}).</source>
        <translation>Whoever answers cannot show that it is the centre ({why}).</translation>
    </message>
    <message>
        <source>Den som är anonym, eller inte vill ha svar, kan inte få något brev.</source>
        <translation>Whoever is anonymous, or wants no answer, cannot get a letter.</translation>
    </message>
    <message>
        <source>Den sparade behörigheten är inte centralens. Logga in när centralen svarar.</source>
        <translation>The saved leave is not the centre&apos;s. Sign in when the centre answers.</translation>
    </message>
    <message>
        <source>Den utgåvan av reglerna finns inte.</source>
        <translation>That edition of the rules does not exist.</translation>
    </message>
    <message>
        <source>Den utgåvan av villkoren för ärenden finns inte.</source>
        <translation>That edition of the terms of cases does not exist.</translation>
    </message>
    <message>
        <source>Den utgåvan av växelns villkor finns inte.</source>
        <translation>There is no such edition of the switchboard&apos;s terms.</translation>
    </message>
    <message>
        <source>Den versionen av innehållspaketet är redan inläst. Ge den ändrade en ny version.</source>
        <translation>That version of the content pack has already been imported. Give the changed one a new version.</translation>
    </message>
    <message>
        <source>Det finns inga fler samtal där. Öppna listan på nytt.</source>
        <translation>There are no more calls there. Open the list anew.</translation>
    </message>
    <message>
        <source>Det finns inget att exportera.</source>
        <translation>There is nothing to export.</translation>
    </message>
    <message>
        <source>Det finns redan en administratör.</source>
        <translation>There is an administrator already.</translation>
    </message>
    <message>
        <source>Det finns redan en fil med det namnet. Välj ett annat.</source>
        <translation>There is already a file of that name. Choose another.</translation>
    </message>
    <message>
        <source>Det finns redan ett utkast till regler. Gör klart det, eller kasta det först.</source>
        <translation>There is already a draft of rules. Finish it, or discard it first.</translation>
    </message>
    <message>
        <source>Det gick inte.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Det går inte i samtalets nuvarande läge.</source>
        <translation>It cannot be done in the call&apos;s present state.</translation>
    </message>
    <message>
        <source>Det går inte med den här tiden.</source>
        <translation>That cannot be done with this time.</translation>
    </message>
    <message>
        <source>Det går inte med den sortens återuppringning.</source>
        <translation>That cannot be done with this kind of call-back.</translation>
    </message>
    <message>
        <source>Det går inte nu: antingen tillfrågas ingen, eller så tillfrågas någon redan.</source>
        <translation>It cannot be done now: either nobody is being asked, or somebody is already.</translation>
    </message>
    <message>
        <source>Det går inte så som meddelandet står nu.</source>
        <translation>It cannot be done as the message stands now.</translation>
    </message>
    <message>
        <source>Det går inte så som ärendet står nu.</source>
        <translation>That cannot be done as the case stands now.</translation>
    </message>
    <message>
        <source>Det måttet går inte att dela upp så. Välj ett annat.</source>
        <translation>That figure cannot be divided up like that. Choose another.</translation>
    </message>
    <message>
        <source>Det ordet får inte användas som sökord i en journal. Sök på ett besvär, ett råd eller ett läkemedel i stället.</source>
        <translation>That word may not be used to search a record. Search for a symptom, a piece of advice or a medicine instead.</translation>
    </message>
    <message>
        <source>Det som lämnades in från ett annat program går inte att läsa.</source>
        <translation>What was handed in from another program cannot be read.</translation>
    </message>
    <message>
        <source>Det var för länge sedan du loggade in hos centralen. Logga in på nytt först.</source>
        <translation>It was too long ago that you signed in at the centre. Sign in anew first.</translation>
    </message>
    <message>
        <source>Det är ditt eget samtal. Någon annan bedömer det.</source>
        <translation>It is your own call. Somebody else assesses it.</translation>
    </message>
    <message>
        <source>Det är ett organisationsnummer, inte en person.</source>
        <translation>That is an organisation&apos;s number, not a person&apos;s.</translation>
    </message>
    <message>
        <source>Det är för många fraser: högst {limit}.</source>
        <translation>There are too many snippets: at most {limit}.</translation>
    </message>
    <message>
        <source>Det är för många mätningar på en gång: {count}. Högst {limit} går.</source>
        <translation>There are too many measurements at once: {count}. At most {limit} will do.</translation>
    </message>
    <message>
        <source>Det är för många pass på en gång: {count}. Högst {limit} går.</source>
        <translation>There are too many turns at once: {count}. At most {limit} will do.</translation>
    </message>
    <message>
        <source>Det är för många rader på en gång: {count}. Högst {limit} går.</source>
        <translation>There are too many rows at once: {count}. At most {limit} will do.</translation>
    </message>
    <message>
        <source>Det är för många samtal på en gång: {count}. Högst {limit} går.</source>
        <translation>There are too many calls at once: {count}. At most {limit} will do.</translation>
    </message>
    <message>
        <source>Det är ingen paus.</source>
        <translation>It is no break.</translation>
    </message>
    <message>
        <source>Det är inget personnummer.</source>
        <translation>That is not a personal identity number.</translation>
    </message>
    <message>
        <source>Det är inget telefonnummer.</source>
        <translation>That is not a telephone number.</translation>
    </message>
    <message>
        <source>Det är inte den central som arbetsstationen hör till. Inget har skickats dit.</source>
        <translation>It is not the centre that this workstation belongs to. Nothing has been sent there.</translation>
    </message>
    <message>
        <source>Det är redan klart hur kopplingen gick.</source>
        <translation>It is clear already how the transfer went.</translation>
    </message>
    <message>
        <source>Det är redan valt mellan uppgifterna.</source>
        <translation>The choice between the values has been made already.</translation>
    </message>
    <message>
        <source>Det är samma person.</source>
        <translation>It is the same person.</translation>
    </message>
    <message>
        <source>Det är {count} enheter. Högst {limit} kan läsas in på en gång.</source>
        <translation>There are {count} units. At most {limit} can be imported at a time.</translation>
    </message>
    <message>
        <source>Det är {count} jourpass. Högst {limit} kan läsas in på en gång.</source>
        <translation>There are {count} turns on call. At most {limit} can be imported at a time.</translation>
    </message>
    <message>
        <source>Det är över tre dygn sedan du loggade in hos centralen. Logga in när den svarar.</source>
        <translation>It is more than three days since you signed in at the centre. Sign in when it answers.</translation>
    </message>
    <message>
        <source>Din roll får inte göra det här.</source>
        <translation>Your role may not do this.</translation>
    </message>
    <message>
        <source>Din roll kan inte användas när centralen inte svarar.</source>
        <translation>Your role cannot be used while the centre does not answer.</translation>
    </message>
    <message>
        <source>Dit bokar 1177 inga tider. Hänvisa utan tid.</source>
        <translation>1177 books no times there. Refer without a time.</translation>
    </message>
    <message>
        <source>Du har ingen vårdenhet, så det finns ingen enhet att spara frasen för.</source>
        <translation>You have no care unit, so there is no unit to save the snippet for.</translation>
    </message>
    <message>
        <source>E-postservern går inte att nå eller lita på ({why}). Skicka ett brev.</source>
        <translation>The mail server cannot be reached or trusted ({why}). Send a letter.</translation>
    </message>
    <message>
        <source>E-postservern tog inte emot brevet ({status}). Skicka ett brev.</source>
        <translation>The mail server did not take the letter ({status}). Send a letter.</translation>
    </message>
    <message>
        <source>Efterarbete kan vara högst {limit} sekunder. Ta paus i stället.</source>
        <translation>Wrap-up can be at most {limit} seconds. Take a break instead.</translation>
    </message>
    <message>
        <source>En annan enhet har hänvisat. Den följer upp det.</source>
        <translation>Another unit made the referral. It follows it up.</translation>
    </message>
    <message>
        <source>En annan enhet har redan detta HSA-id. Den kan vara tagen ur bruk.</source>
        <translation>Another unit already has this HSA-id. It may be retired.</translation>
    </message>
    <message>
        <source>En annan händelse har redan samma beteckning. Arbetsledaren behöver titta på den.</source>
        <translation>Another act has the same identity already. The supervisor needs to look at it.</translation>
    </message>
    <message>
        <source>En annan operatör har tagit återuppringningen.</source>
        <translation>Another operator has taken the call-back.</translation>
    </message>
    <message>
        <source>En annan operatör ringer om tiden just nu.</source>
        <translation>Another operator is calling about the time just now.</translation>
    </message>
    <message>
        <source>En demoprofil kan inte anslutas till en central.</source>
        <translation>A demonstration profile cannot be joined to a centre.</translation>
    </message>
    <message>
        <source>En enhet kan inte ersätta sig själv.</source>
        <translation>A unit cannot replace itself.</translation>
    </message>
    <message>
        <source>En fil gäller en patient. Exportera varje patient för sig.</source>
        <translation>A file is about one patient. Export each patient separately.</translation>
    </message>
    <message>
        <source>En fil har plats för högst {limit} anteckningar. Välj en kortare tid.</source>
        <translation>A file has room for at most {limit} notes. Choose a shorter period.</translation>
    </message>
    <message>
        <source>En fras behöver en rubrik och en text.</source>
        <translation>A snippet needs a title and a text.</translation>
    </message>
    <message>
        <source>En händelse gick inte att göra om likadant. Arbetsledaren behöver titta på den.</source>
        <translation>An operation could not be repeated with the same result. A supervisor has to look at it.</translation>
    </message>
    <message>
        <source>En händelse kommer från en annan version av programmet.</source>
        <translation>An operation comes from another version of the program.</translation>
    </message>
    <message>
        <source>En kod har 1–20 bokstäver, siffror eller bindestreck, utan mellanslag.</source>
        <translation>A code has 1–20 letters, digits or hyphens, without spaces.</translation>
    </message>
    <message>
        <source>En lucka har högst nio val.</source>
        <translation>A gap has nine choices at most.</translation>
    </message>
    <message>
        <source>En nyckelring som inte är operativsystemets har valts. Den används inte.</source>
        <translation>A keyring that is not the operating system&apos;s was chosen. It is not used.</translation>
    </message>
    <message>
        <source>En plats i kön gäller en känd patient. Ange vem det gäller (F2) först.</source>
        <translation>A place in the queue is for a known patient. First say whom it is about (F2).</translation>
    </message>
    <message>
        <source>En tid har från inga till 500 platser, och slutar efter att den har börjat.</source>
        <translation>A time has from none to 500 places, and ends after it has begun.</translation>
    </message>
    <message>
        <source>En uppgift i katalogens rad går inte att spara så. Se över den.</source>
        <translation>Something in the directory&apos;s row cannot be saved like that. Look it over.</translation>
    </message>
    <message>
        <source>En uppgift i reglerna eller i tabellen med fall går inte att spara.</source>
        <translation>Something in the rules or in the table of cases cannot be saved.</translation>
    </message>
    <message>
        <source>En uppgift i ärendet går inte att spara så. Se över den.</source>
        <translation>A value of the case cannot be saved like that. Look it over.</translation>
    </message>
    <message>
        <source>En uppgift om enheten går inte att spara.</source>
        <translation>Something about the unit cannot be saved.</translation>
    </message>
    <message>
        <source>En uppgift om jourpasset går inte att spara.</source>
        <translation>Something about the turn on call cannot be saved.</translation>
    </message>
    <message>
        <source>En uppgift om passet går inte att spara så. Se över tider, raster och roll.</source>
        <translation>Something about the turn cannot be saved like that. Look over times, breaks and role.</translation>
    </message>
    <message>
        <source>En uppgift om tiden går inte att spara.</source>
        <translation>Something about the time cannot be saved.</translation>
    </message>
    <message>
        <source>En uppgift om återuppringningen går inte att använda.</source>
        <translation>Something about the call-back cannot be used.</translation>
    </message>
    <message>
        <source>En vårdnadshavare får inte spärra ett barns uppgifter.</source>
        <translation>A guardian may not block a child&apos;s data.</translation>
    </message>
    <message>
        <source>En återställning avbröts, och anteckningen om den ({file}) går inte att läsa. Inget har ändrats. Flytta undan den filen och återställ igen.</source>
        <translation>A restore was interrupted, and the record of it ({file}) cannot be read. Nothing was changed. Move that file away and restore again.</translation>
    </message>
    <message>
        <source>Enheten finns inte.</source>
        <translation>There is no such unit.</translation>
    </message>
    <message>
        <source>Enheten har redan en kö för det ärendet. Ändra den i stället.</source>
        <translation>The unit has a queue for that matter already. Change that one instead.</translation>
    </message>
    <message>
        <source>Enheten är redan i bruk.</source>
        <translation>The unit is already in use.</translation>
    </message>
    <message>
        <source>Enheten är stängd då. Välj en tid när den är öppen.</source>
        <translation>The unit is closed then. Choose a time when it is open.</translation>
    </message>
    <message>
        <source>Enheten är tagen ur bruk.</source>
        <translation>The unit has been retired.</translation>
    </message>
    <message>
        <source>Erbjudandet finns inte.</source>
        <translation>The offer does not exist.</translation>
    </message>
    <message>
        <source>Erbjudandet är redan besvarat.</source>
        <translation>The offer is answered already.</translation>
    </message>
    <message>
        <source>Ett annat jourpass har samma plats i ordningen vid den tiden.</source>
        <translation>Another turn on call has the same place in the order at that time.</translation>
    </message>
    <message>
        <source>Ett annat mål gäller för måttet den tiden. Ändra eller avsluta det först.</source>
        <translation>Another target is in force for the figure at that time. Change or end it first.</translation>
    </message>
    <message>
        <source>Ett användarnamn har 2–40 bokstäver, siffror, punkter eller bindestreck.</source>
        <translation>A user name has 2–40 letters, digits, dots or hyphens.</translation>
    </message>
    <message>
        <source>Ett eget samtal går man inte igenom själv.</source>
        <translation>Nobody goes through a call of their own.</translation>
    </message>
    <message>
        <source>Ett intyg om centralens loggar är inte undertecknat av centralen. Arbetet går vidare. En administratör behöver titta på det.</source>
        <translation>A certificate of the centre&apos;s logs is not signed by the centre. Work goes on. An administrator needs to look at it.</translation>
    </message>
    <message>
        <source>Ett stickprov omfattar högst {largest} åtkomster.</source>
        <translation>A sample covers at most {largest} accesses.</translation>
    </message>
    <message>
        <source>Ett urval har minst ett och högst {limit} samtal.</source>
        <translation>A sample has at least one and at most {limit} calls.</translation>
    </message>
    <message>
        <source>Fel användarnamn eller lösenord.</source>
        <translation>Wrong user name or password.</translation>
    </message>
    <message>
        <source>Filen finns redan.</source>
        <translation>The file exists already.</translation>
    </message>
    <message>
        <source>Filen gick inte att skriva ({why}).</source>
        <translation>The file could not be written ({why}).</translation>
    </message>
    <message>
        <source>Filen går inte att läsa.</source>
        <translation>The file cannot be read.</translation>
    </message>
    <message>
        <source>Filen kunde inte sparas där. Välj en annan plats.</source>
        <translation>The file could not be saved there. Choose another place.</translation>
    </message>
    <message>
        <source>Filen med centralens certifikatutfärdare går inte att läsa.</source>
        <translation>The file with the centre&apos;s certificate authority cannot be read.</translation>
    </message>
    <message>
        <source>Filen med centralens intyg går inte att läsa ({why}).</source>
        <translation>The file with the centre&apos;s certificates cannot be read ({why}).</translation>
    </message>
    <message>
        <source>Filen med centralens intyg går inte att skriva ({why}).</source>
        <translation>The file with the centre&apos;s certificates cannot be written ({why}).</translation>
    </message>
    <message>
        <source>Filen är för stor för att vara en fil med mätningar.</source>
        <translation>The file is too large to be a file of measurements.</translation>
    </message>
    <message>
        <source>Filen är för stor för att vara en telefonkatalog.</source>
        <translation>The file is too large to be a telephone directory.</translation>
    </message>
    <message>
        <source>Filen är för stor för att vara enheter.</source>
        <translation>The file is too large to be units.</translation>
    </message>
    <message>
        <source>Filen är för stor för att vara ett innehållspaket.</source>
        <translation>The file is too large to be a content pack.</translation>
    </message>
    <message>
        <source>Filen är för stor för att vara ett schema.</source>
        <translation>The file is too large to be a roster.</translation>
    </message>
    <message>
        <source>Filen är för stor för att vara kunskapskort.</source>
        <translation>The file is too large to be knowledge cards.</translation>
    </message>
    <message>
        <source>Filen är för stor för en frasfil: högst {limit} byte.</source>
        <translation>The file is too large for a snippet file: at most {limit} bytes.</translation>
    </message>
    <message>
        <source>Filen är ingen textfil.</source>
        <translation>The file is not a text file.</translation>
    </message>
    <message>
        <source>Filen är inte inläst: {count} fel, det första på rad {line}.</source>
        <translation>The file has not been imported: {count} faults, the first on row {line}.</translation>
    </message>
    <message>
        <source>Filen är {size} byte. Högst {limit} kan läsas in.</source>
        <translation>The file is {size} bytes. At most {limit} can be read in.</translation>
    </message>
    <message>
        <source>Frasen finns inte längre.</source>
        <translation>The snippet no longer exists.</translation>
    </message>
    <message>
        <source>Frågan finns inte.</source>
        <translation>There is no such question.</translation>
    </message>
    <message>
        <source>Frågan går inte att spara så. Välj ett kort, eller skriv vad som frågades.</source>
        <translation>The question cannot be saved like that. Choose a card, or write what was asked.</translation>
    </message>
    <message>
        <source>Frågan är redan omhändertagen.</source>
        <translation>The question is settled already.</translation>
    </message>
    <message>
        <source>Frånvaron finns inte.</source>
        <translation>There is no such absence.</translation>
    </message>
    <message>
        <source>Frånvaron går inte att spara så. Se över tiderna och vem som ersätter.</source>
        <translation>The absence cannot be saved like that. Look over the times and who stands in.</translation>
    </message>
    <message>
        <source>Frånvaron är redan avslutad.</source>
        <translation>The absence is over already.</translation>
    </message>
    <message>
        <source>Fyll i fältet innan du signerar.</source>
        <translation>Fill in this field before you sign.</translation>
    </message>
    <message>
        <source>Fyll i luckan innan du signerar.</source>
        <translation>Fill in the gap before you sign.</translation>
    </message>
    <message>
        <source>Födelsedatumet ligger i framtiden.</source>
        <translation>The date of birth is in the future.</translation>
    </message>
    <message>
        <source>Födelsenumret 000 finns inte. Kontrollera siffrorna.</source>
        <translation>There is no birth number 000. Check the digits.</translation>
    </message>
    <message>
        <source>För många försök. Vänta {seconds} sekunder, eller be en administratör om hjälp.</source>
        <translation>Too many attempts. Wait {seconds} seconds, or ask an administrator for help.</translation>
    </message>
    <message>
        <source>För många försök. Vänta {seconds} sekunder.</source>
        <translation>Too many attempts. Wait {seconds} seconds.</translation>
    </message>
    <message>
        <source>För många kunskapskort på en gång ({count}, högst {limit}).</source>
        <translation>Too many knowledge cards at once ({count}, at most {limit}).</translation>
    </message>
    <message>
        <source>Genomgången finns inte.</source>
        <translation>There is no such review.</translation>
    </message>
    <message>
        <source>Genomgången går inte att spara så. Svara på minst en fråga.</source>
        <translation>The review cannot be saved like that. Answer at least one question.</translation>
    </message>
    <message>
        <source>Genomgången är inte skriven än.</source>
        <translation>The review has not been written yet.</translation>
    </message>
    <message>
        <source>Genomgången är läst av den som hade samtalet, och ändras inte mer.</source>
        <translation>The review has been read by whoever had the call, and is not changed any more.</translation>
    </message>
    <message>
        <source>Genomgången är mellan två andra.</source>
        <translation>The review is between two others.</translation>
    </message>
    <message>
        <source>Granskningsdagen är passerad. Läs in en granskad version.</source>
        <translation>The day of review has passed. Import a reviewed version.</translation>
    </message>
    <message>
        <source>Hemligheten är ingen rad text.</source>
        <translation>The secret is no line of text.</translation>
    </message>
    <message>
        <source>Händelse {n} i reservkopian gick inte att göra om.</source>
        <translation>Operation {n} in the copy could not be done again.</translation>
    </message>
    <message>
        <source>Händelsen finns inte.</source>
        <translation>There is no such incident.</translation>
    </message>
    <message>
        <source>Händelsen går inte att spara så. Tiderna ska ha varit, i ordning, och annat ska beskrivas med ord.</source>
        <translation>The incident cannot be saved like that. The times must have been, in order, and Other must be described in words.</translation>
    </message>
    <message>
        <source>Händelsen stämmer inte med den inloggning som den gjordes under.</source>
        <translation>The act does not fit the session in which it was done.</translation>
    </message>
    <message>
        <source>Händelsen är gjord vid en annan arbetsstation än den som skickade den.</source>
        <translation>The act was done at another workstation than the one that sent it.</translation>
    </message>
    <message>
        <source>Händelsen är redan avslutad.</source>
        <translation>The incident has ended already.</translation>
    </message>
    <message>
        <source>Hänvisningen behöver en enhet. Välj den (Ctrl+F9) och spara först.</source>
        <translation>The referral needs a unit. Choose it (Ctrl+F9) and save first.</translation>
    </message>
    <message>
        <source>Hänvisningen finns inte.</source>
        <translation>There is no such referral.</translation>
    </message>
    <message>
        <source>Hänvisningen är redan avbokad, eller så är det redan sagt.</source>
        <translation>The referral has already been cancelled, or that has been told already.</translation>
    </message>
    <message>
        <source>Högst {limit} bokningar åt gången, men det var {count}.</source>
        <translation>At most {limit} bookings at a time, but there were {count}.</translation>
    </message>
    <message>
        <source>Högst {limit} tider åt gången, men det var {count}.</source>
        <translation>At most {limit} times at once, but there were {count}.</translation>
    </message>
    <message>
        <source>Högst {limit} ärenden åt gången, men det var {count}.</source>
        <translation>At most {limit} cases at a time, but there were {count}.</translation>
    </message>
    <message>
        <source>Högst {limit} återuppringningar åt gången, men det var {count}.</source>
        <translation>At most {limit} call-backs at a time, but there were {count}.</translation>
    </message>
    <message>
        <source>Ingen arbetsstation är i gång på profilen.</source>
        <translation>No workstation is running on the profile.</translation>
    </message>
    <message>
        <source>Ingen har beslutat om den misstänkta vårdskadan än. Chefläkaren gör det först.</source>
        <translation>Nobody has decided about the suspected care injury yet. The chief medical officer does that first.</translation>
    </message>
    <message>
        <source>Ingen operation i karantän har det id:t.</source>
        <translation>No operation in quarantine has that id.</translation>
    </message>
    <message>
        <source>Ingen är inloggad här.</source>
        <translation>Nobody is signed in here.</translation>
    </message>
    <message>
        <source>Inget skift har den koden. De som finns: {known}.</source>
        <translation>No shift has that code. Those that exist: {known}.</translation>
    </message>
    <message>
        <source>Inget skift pågår eller börjar då.</source>
        <translation>No shift is going on or begins then.</translation>
    </message>
    <message>
        <source>Inget är inläst: {count} rader i filen har fel, den första är rad {line}.</source>
        <translation>Nothing was imported: {count} rows of the file are faulty, the first is row {line}.</translation>
    </message>
    <message>
        <source>Inloggningen gjordes när behörigheten redan var indragen.</source>
        <translation>The sign-in was made when the leave had already been revoked.</translation>
    </message>
    <message>
        <source>Inloggningen hade fler roller, eller en annan enhet, än centralen gav.</source>
        <translation>The sign-in had more roles, or another unit, than the centre gave.</translation>
    </message>
    <message>
        <source>Innehållet i varningskortet kan inte användas: {why}</source>
        <translation>The content of the warning card cannot be used: {why}</translation>
    </message>
    <message>
        <source>Innehållspaketet finns inte.</source>
        <translation>There is no such content pack.</translation>
    </message>
    <message>
        <source>Innehållspaketet har inget sådant ämne.</source>
        <translation>The content pack has no such topic.</translation>
    </message>
    <message>
        <source>Innehållspaketet är inte inläst: {count} fel, det första vid {place}.</source>
        <translation>The content pack has not been imported: {count} faults, the first at {place}.</translation>
    </message>
    <message>
        <source>Innehållspaketet är redan godkänt.</source>
        <translation>The content pack has already been approved.</translation>
    </message>
    <message>
        <source>Innehållspaketet är taget ur bruk.</source>
        <translation>The content pack has been retired.</translation>
    </message>
    <message>
        <source>Inställningsfilen går inte att använda: {why}</source>
        <translation>The settings file cannot be used: {why}</translation>
    </message>
    <message>
        <source>Inte sparat: disken är full eller går inte att skriva på. Texten finns kvar här.</source>
        <translation>Not saved: the disk is full or cannot be written to. The text is still here.</translation>
    </message>
    <message>
        <source>Inte sparat: någon annan hann före. Öppna uppgiften igen.</source>
        <translation>Not saved: somebody else was faster. Open it again.</translation>
    </message>
    <message>
        <source>Jourpasset finns inte längre.</source>
        <translation>The turn on call no longer exists.</translation>
    </message>
    <message>
        <source>Jämförelsen gäller en annan person. Välj Inte sagt under Sedan förra kontakten.</source>
        <translation>The comparison is with another person. Choose Not said under Since the last contact.</translation>
    </message>
    <message>
        <source>Koden finns inte i kodverket.</source>
        <translation>The code is not in the code set.</translation>
    </message>
    <message>
        <source>Koden gäller inte. Be om en ny.</source>
        <translation>The code is not valid. Ask for a new one.</translation>
    </message>
    <message>
        <source>Koden har redan en fras på den nivån.</source>
        <translation>The code already has a snippet at that level.</translation>
    </message>
    <message>
        <source>Kontot är avstängt.</source>
        <translation>The account is disabled.</translation>
    </message>
    <message>
        <source>Kopian finns inte.</source>
        <translation>There is no such copy.</translation>
    </message>
    <message>
        <source>Kopian håller inte. Inget har ändrats.</source>
        <translation>The copy is not sound. Nothing was changed.</translation>
    </message>
    <message>
        <source>Kopian är en annan profils, eller har en annan nyckel.</source>
        <translation>The copy is another profile&apos;s, or has another key.</translation>
    </message>
    <message>
        <source>Kopians etikett saknas bredvid filen.</source>
        <translation>The copy&apos;s label is missing beside the file.</translation>
    </message>
    <message>
        <source>Kopplingen finns inte.</source>
        <translation>There is no such transfer.</translation>
    </message>
    <message>
        <source>Kortet är inte längre erbjudet. Någon har tagit det eller tagit tillbaka det.</source>
        <translation>The card is no longer offered. Somebody has taken it or taken it back.</translation>
    </message>
    <message>
        <source>Kortet är redan erbjudet till en kollega. Ta tillbaka det först.</source>
        <translation>The card is already offered to a colleague. Take it back first.</translation>
    </message>
    <message>
        <source>Kunskapskortet finns inte.</source>
        <translation>There is no such knowledge card.</translation>
    </message>
    <message>
        <source>Kunskapskortet går inte att spara så. Se över uppgifterna.</source>
        <translation>The knowledge card cannot be saved like that. Look it over.</translation>
    </message>
    <message>
        <source>Kön för återuppringning finns inte.</source>
        <translation>The call-back queue does not exist.</translation>
    </message>
    <message>
        <source>Kön går inte att stänga så. Ange kö och skäl, och en sluttid som inte har varit.</source>
        <translation>The queue cannot be closed like that. Give a queue and a reason, and an end that has not been.</translation>
    </message>
    <message>
        <source>Kön har ingen tid som börjar då. Välj en i listan.</source>
        <translation>The queue has no time that begins then. Choose one in the list.</translation>
    </message>
    <message>
        <source>Kön är redan öppnad.</source>
        <translation>The queue has been opened already.</translation>
    </message>
    <message>
        <source>Köns schema stämmer inte (pass {at}): dag, tid eller antal platser.</source>
        <translation>The queue&apos;s schedule is wrong (session {at}): day, time or number of places.</translation>
    </message>
    <message>
        <source>Larmet finns inte.</source>
        <translation>There is no such alarm.</translation>
    </message>
    <message>
        <source>Larmet är någon annans.</source>
        <translation>The alarm is somebody else&apos;s.</translation>
    </message>
    <message>
        <source>Läget går inte att ändra så. Ange ett skäl, och en sluttid som inte har varit.</source>
        <translation>The mode cannot be changed like that. Give a reason, and an end that has not been.</translation>
    </message>
    <message>
        <source>Läget är redan hävt.</source>
        <translation>The mode is lifted already.</translation>
    </message>
    <message>
        <source>Lösenfrasen stämmer inte.</source>
        <translation>The passphrase is not right.</translation>
    </message>
    <message>
        <source>Lösenordet behöver minst {minimum} tecken.</source>
        <translation>The password needs at least {minimum} characters.</translation>
    </message>
    <message>
        <source>Lösenordet får ha högst {maximum} tecken.</source>
        <translation>The password may have at most {maximum} characters.</translation>
    </message>
    <message>
        <source>Lösenordet får inte innehålla ditt namn eller ordet kundcenter.</source>
        <translation>The password may not contain your name or the word kundcenter.</translation>
    </message>
    <message>
        <source>Lösenordet har ett tecken som inte kan användas.</source>
        <translation>The password has a character that cannot be used.</translation>
    </message>
    <message>
        <source>Lösenordet är för vanligt. En mening är lättare att minnas.</source>
        <translation>The password is too common. A sentence is easier to remember.</translation>
    </message>
    <message>
        <source>Lösenordets uppgifter är skadade. Be en administratör om ett nytt lösenord.</source>
        <translation>The record of the password is damaged. Ask an administrator for a new password.</translation>
    </message>
    <message>
        <source>Mappen där andra program når arbetsstationen är inte din egen.</source>
        <translation>The folder in which other programs reach the workstation is not your own.</translation>
    </message>
    <message>
        <source>Mappen för utbyte med teleQ går inte att nå ({why}).</source>
        <translation>The folder for the exchange with teleQ cannot be reached ({why}).</translation>
    </message>
    <message>
        <source>Mappen har ingen profil.</source>
        <translation>The folder has no profile.</translation>
    </message>
    <message>
        <source>Mappen har redan en profil.</source>
        <translation>The folder has a profile already.</translation>
    </message>
    <message>
        <source>Mappen innehåller andra filer. Välj en tom mapp.</source>
        <translation>The folder holds other files. Choose an empty one.</translation>
    </message>
    <message>
        <source>Meddelandet finns inte.</source>
        <translation>There is no such message.</translation>
    </message>
    <message>
        <source>Meddelandet går inte att spara så. Se över mottagare, text och hur det ska fram.</source>
        <translation>The message cannot be saved like that. Look over the receiver, the text and how it shall get there.</translation>
    </message>
    <message>
        <source>Meddelandet är av ett annat slag.</source>
        <translation>The message is of another kind.</translation>
    </message>
    <message>
        <source>Meddelandet är för stort: högst {limit} byte.</source>
        <translation>The message is too large: at most {limit} bytes.</translation>
    </message>
    <message>
        <source>Mätningen finns inte längre.</source>
        <translation>The measurement no longer exists.</translation>
    </message>
    <message>
        <source>Mätningen finns redan: samma mått, område, källa och period. Ändra den i stället.</source>
        <translation>The measurement is there already: the same figure, area, source and period. Change that one instead.</translation>
    </message>
    <message>
        <source>Mätningen går inte att spara så. Se över talet, dagarna och antalet svar.</source>
        <translation>The measurement cannot be saved like that. Look over the number, the days and the number of answers.</translation>
    </message>
    <message>
        <source>Målet finns inte längre.</source>
        <translation>The target no longer exists.</translation>
    </message>
    <message>
        <source>Målet går inte att spara så. Se över talet och dagarna.</source>
        <translation>The target cannot be saved like that. Look over the number and the days.</translation>
    </message>
    <message>
        <source>Nyckeln hör inte till den här databasen.</source>
        <translation>The key does not belong to this database.</translation>
    </message>
    <message>
        <source>Nyckeln till databasen finns inte i datorns nyckelring. Inget har ändrats.</source>
        <translation>The key of the database is not in the computer&apos;s keyring. Nothing was changed.</translation>
    </message>
    <message>
        <source>Nyckelringen har redan en annan nyckel för profilen. Den skrivs aldrig över.</source>
        <translation>The keyring already has another key for the profile. It is never written over.</translation>
    </message>
    <message>
        <source>Någon annan har fört ärendet vidare. Se hur det är nu.</source>
        <translation>Somebody else has moved the case on. See how it is now.</translation>
    </message>
    <message>
        <source>Någon annan har publicerat nya regler, nummer {number}. Öppna dem igen.</source>
        <translation>Somebody else has published new rules, number {number}. Open them again.</translation>
    </message>
    <message>
        <source>Någon annan har publicerat nya villkor, nummer {number}. Öppna dem igen.</source>
        <translation>Somebody else has published new terms, number {number}. Open them again.</translation>
    </message>
    <message>
        <source>Någon annan har ändrat enhetens kort. Öppna det igen.</source>
        <translation>Somebody else has changed the unit&apos;s card. Open it again.</translation>
    </message>
    <message>
        <source>Någon annan har ändrat frasen. Öppna den igen.</source>
        <translation>Somebody else has changed the snippet. Open it again.</translation>
    </message>
    <message>
        <source>Någon annan har ändrat jourpasset. Öppna det igen.</source>
        <translation>Somebody else has changed the turn on call. Open it again.</translation>
    </message>
    <message>
        <source>Någon annan har ändrat kön. Öppna den igen.</source>
        <translation>Somebody else has changed the queue. Open it again.</translation>
    </message>
    <message>
        <source>Någon annan har ändrat utkastet. Öppna det igen.</source>
        <translation>Somebody else has changed the draft. Open it again.</translation>
    </message>
    <message>
        <source>Någon annan har ändrat ämnet. Öppna det igen.</source>
        <translation>Somebody else has changed the topic. Open it again.</translation>
    </message>
    <message>
        <source>Någon använder databasen ({count} anslutningar). Stoppa tjänsten först.</source>
        <translation>Somebody is using the database ({count} connections). Stop the service first.</translation>
    </message>
    <message>
        <source>Någon har löst uppgiften. Genomförd också skulle den finnas två gånger.</source>
        <translation>Somebody has resolved the work item. Carried out too, it would be there twice.</translation>
    </message>
    <message>
        <source>Någon har publicerat andra skift. Se hur de är nu.</source>
        <translation>Somebody has published other shifts. See how they are now.</translation>
    </message>
    <message>
        <source>Någon har publicerat utgåva {number} av växelns villkor. Se vad som gäller nu.</source>
        <translation>Somebody has published edition {number} of the switchboard&apos;s terms. See what holds now.</translation>
    </message>
    <message>
        <source>Någon har redan löst uppgiften.</source>
        <translation>Somebody has resolved the task already.</translation>
    </message>
    <message>
        <source>Någon har ändrat kunskapskortet. Se hur det är nu.</source>
        <translation>Somebody has changed the knowledge card. See how it is now.</translation>
    </message>
    <message>
        <source>Någon har ändrat mätningen. Se hur den är nu.</source>
        <translation>Somebody has changed the measurement. See how it is now.</translation>
    </message>
    <message>
        <source>Någon har ändrat målet. Se hur det är nu.</source>
        <translation>Somebody has changed the target. See how it is now.</translation>
    </message>
    <message>
        <source>Någon har ändrat passet. Se hur det är nu.</source>
        <translation>Somebody has changed the turn. See how it is now.</translation>
    </message>
    <message>
        <source>Någon har ändrat raden i katalogen. Se hur den är nu.</source>
        <translation>Somebody has changed the row in the directory. See how it is now.</translation>
    </message>
    <message>
        <source>Något gick fel i förbindelsen. Felet är antecknat i loggen.</source>
        <translation>Something went wrong in the link. The fault is noted in the log.</translation>
    </message>
    <message>
        <source>Något saknades i det som kom från centralen. Det hämtas på nytt.</source>
        <translation>Something was missing in what came from the centre. It is fetched anew.</translation>
    </message>
    <message>
        <source>Omdirigeringen finns inte.</source>
        <translation>There is no such redirect.</translation>
    </message>
    <message>
        <source>Omdirigeringen måste sluta efter att den har börjat.</source>
        <translation>The redirect must end after it has begun.</translation>
    </message>
    <message>
        <source>Omdirigeringen skulle leda tillbaka till samma enhet. Välj en annan.</source>
        <translation>The redirect would lead back to the same unit. Choose another.</translation>
    </message>
    <message>
        <source>Omdirigeringen är redan hävd.</source>
        <translation>The redirect has already been lifted.</translation>
    </message>
    <message>
        <source>Passet finns inte i schemat.</source>
        <translation>There is no such turn on the roster.</translation>
    </message>
    <message>
        <source>Patienten har inget nummer som andra journalsystem känner. Skriv ut i stället.</source>
        <translation>The patient has no number that other record systems know. Print instead.</translation>
    </message>
    <message>
        <source>Patienten har skyddade personuppgifter, som inte får stå i en fil. Skriv ut i stället.</source>
        <translation>The patient has a protected identity, which may not be put in a file. Print instead.</translation>
    </message>
    <message>
        <source>Patienten har spärrat anteckningen för din enhet.</source>
        <translation>The patient has blocked the note for your unit.</translation>
    </message>
    <message>
        <source>Patienten står redan på väntelistan för det vid enheten.</source>
        <translation>The patient is on the waiting list for that at the unit already.</translation>
    </message>
    <message>
        <source>Patienten väntar inte längre.</source>
        <translation>The patient is not waiting any more.</translation>
    </message>
    <message>
        <source>Patienten är redan hänvisad dit. Boka om eller avboka i stället.</source>
        <translation>The patient has already been referred there. Rebook or cancel instead.</translation>
    </message>
    <message>
        <source>Pausen finns inte.</source>
        <translation>There is no such break.</translation>
    </message>
    <message>
        <source>Pausen är en annan operatörs.</source>
        <translation>The break is another operator&apos;s.</translation>
    </message>
    <message>
        <source>Perioden börjar efter att den slutar, eller är längre än 400 dagar.</source>
        <translation>The period begins after it ends, or is longer than 400 days.</translation>
    </message>
    <message>
        <source>Perioden ska ha passerat och är högst {longest_days} dygn.</source>
        <translation>The period must have passed and be at most {longest_days} days.</translation>
    </message>
    <message>
        <source>Perioden ska sluta efter att den börjar och vara högst fem år.</source>
        <translation>The period must end after it begins and be at most five years.</translation>
    </message>
    <message>
        <source>Perioden slutar innan den börjar, eller är längre än ett år.</source>
        <translation>The period ends before it begins, or is longer than a year.</translation>
    </message>
    <message>
        <source>Personen finns inte.</source>
        <translation>There is no such person.</translation>
    </message>
    <message>
        <source>Personen finns redan registrerad.</source>
        <translation>The person is registered already.</translation>
    </message>
    <message>
        <source>Personen har inte haft något annat identitetsnummer. Inget kan tas tillbaka.</source>
        <translation>The person has had no other identity number. There is nothing to take back.</translation>
    </message>
    <message>
        <source>Personen har skyddad identitet. Växeln lämnar inte ut något till någon.</source>
        <translation>The person has protected identity. The switchboard discloses nothing to anybody.</translation>
    </message>
    <message>
        <source>Personen hör inte till ditt samtal. Ange varför du behöver uppgifterna.</source>
        <translation>The person does not belong to your call. Say why you need the data.</translation>
    </message>
    <message>
        <source>Personen är sammanslagen med en annan. Öppna den i stället.</source>
        <translation>The person is merged with another. Open that one instead.</translation>
    </message>
    <message>
        <source>Platsen har gått till någon annan. Välj en annan.</source>
        <translation>The place has gone to somebody else. Choose another.</translation>
    </message>
    <message>
        <source>Platsen i listan stämmer inte. Öppna listan igen.</source>
        <translation>The place in the list is not right. Open the list again.</translation>
    </message>
    <message>
        <source>PostgreSQL har {setting} = {found}, och så kan sparat arbete gå förlorat.</source>
        <translation>PostgreSQL has {setting} = {found}, and saved work can be lost that way.</translation>
    </message>
    <message>
        <source>Profilen är skriven av en nyare version av programmet.</source>
        <translation>The profile was written by a newer version of the program.</translation>
    </message>
    <message>
        <source>Profilens mapp går inte att läsa eller skriva.</source>
        <translation>The profile&apos;s folder cannot be read or written.</translation>
    </message>
    <message>
        <source>Profilens mapp tillhör någon annan.</source>
        <translation>The profile&apos;s folder belongs to somebody else.</translation>
    </message>
    <message>
        <source>Profilens nyckel kommer från ett annat ställe än det som angavs.</source>
        <translation>The profile&apos;s key comes from another place than was given.</translation>
    </message>
    <message>
        <source>Profilens uppgifter går inte att läsa. Inget har ändrats.</source>
        <translation>The profile&apos;s record cannot be read. Nothing was changed.</translation>
    </message>
    <message>
        <source>Programmet saknar kodverket {version}.</source>
        <translation>The program does not have the code set {version}.</translation>
    </message>
    <message>
        <source>Programmet är redan öppet med den här profilen.</source>
        <translation>The program is already open with this profile.</translation>
    </message>
    <message>
        <source>Raden finns inte i katalogen.</source>
        <translation>There is no such row in the directory.</translation>
    </message>
    <message>
        <source>Raden på väntelistan finns inte.</source>
        <translation>The line of the waiting list does not exist.</translation>
    </message>
    <message>
        <source>Raden på väntelistan stämmer inte: se över tider, dagar och nummer.</source>
        <translation>The line of the waiting list is wrong: look over times, days and number.</translation>
    </message>
    <message>
        <source>Rader med fel i filen: {count}. Den första är rad {line}. Inget är inläst.</source>
        <translation>Rows with faults in the file: {count}. The first is row {line}. Nothing was read in.</translation>
    </message>
    <message>
        <source>Regel {at} stämmer inte. Se över ålder, datum, timmar och belopp.</source>
        <translation>Rule {at} is wrong. Look over age, date, hours and amount.</translation>
    </message>
    <message>
        <source>Regionen har inte tillåtit e-post till den adressen. Skicka ett brev.</source>
        <translation>The region has not allowed e-mail to that address. Send a letter.</translation>
    </message>
    <message>
        <source>Regionen har inte tillåtit meddelanden till den adressen.</source>
        <translation>The region has not allowed messages to that address.</translation>
    </message>
    <message>
        <source>Reglerna finns inte.</source>
        <translation>There are no such rules.</translation>
    </message>
    <message>
        <source>Reglerna är publicerade och ändras inte. Gör ett nytt utkast.</source>
        <translation>The rules have been published and are not changed. Make a new draft.</translation>
    </message>
    <message>
        <source>Reservkopian går inte att läsa.</source>
        <translation>The copy cannot be read.</translation>
    </message>
    <message>
        <source>Råd till en patient ska journalföras. Skriv anteckningen, eller välj ett utfall som inte kräver någon.</source>
        <translation>Advice to a patient must be recorded. Write the note, or choose an outcome that needs none.</translation>
    </message>
    <message>
        <source>Samma HSA-id står två gånger (rad {row}).</source>
        <translation>The same HSA-id stands twice (row {row}).</translation>
    </message>
    <message>
        <source>Samma kod står två gånger (fras {at}).</source>
        <translation>The same code stands twice (snippet {at}).</translation>
    </message>
    <message>
        <source>Samma person har ett annat pass då.</source>
        <translation>The same person has another turn then.</translation>
    </message>
    <message>
        <source>Samma ruta är ikryssad två gånger. Kryssa i den en gång.</source>
        <translation>The same box is ticked twice. Tick it once.</translation>
    </message>
    <message>
        <source>Sammanslagningen finns inte.</source>
        <translation>There is no such merge.</translation>
    </message>
    <message>
        <source>Sammanslagningen är redan upphävd.</source>
        <translation>The merge has already been undone.</translation>
    </message>
    <message>
        <source>Samtalet finns inte kvar på linjen.</source>
        <translation>The call is no longer on the line.</translation>
    </message>
    <message>
        <source>Samtalet finns inte.</source>
        <translation>There is no such call.</translation>
    </message>
    <message>
        <source>Samtalet går inte att koppla så. Välj mottagare igen.</source>
        <translation>The call cannot be transferred like that. Choose the receiver again.</translation>
    </message>
    <message>
        <source>Samtalet hör inte till urvalet.</source>
        <translation>The call does not belong to the sample.</translation>
    </message>
    <message>
        <source>Samtalet pågår. Lägg på innan du avslutar kortet.</source>
        <translation>The call is going on. Hang up before you close the card.</translation>
    </message>
    <message>
        <source>Samtalet som lämnade kön finns inte.</source>
        <translation>There is no such call that left the queue.</translation>
    </message>
    <message>
        <source>Samtalet är en annan operatörs.</source>
        <translation>The call is another operator&apos;s.</translation>
    </message>
    <message>
        <source>Serverns certifikat och nyckel går inte att använda.</source>
        <translation>The server&apos;s certificate and key cannot be used.</translation>
    </message>
    <message>
        <source>Sista siffran stämmer inte med de andra. Någon siffra är fel.</source>
        <translation>The last digit does not fit the others. One of them is wrong.</translation>
    </message>
    <message>
        <source>Skiften går inte att publicera så. Se över tider, raster och gränser.</source>
        <translation>The shifts cannot be published like that. Look over times, breaks and limits.</translation>
    </message>
    <message>
        <source>Skriv HSA-id för enheten, till exempel SE0000000001-DEMO1.</source>
        <translation>Enter the unit&apos;s HSA-id, such as SE0000000001-DEMO1.</translation>
    </message>
    <message>
        <source>Skriv både vem som har en annan mening och vad den är.</source>
        <translation>Enter both who dissents and what the dissent is.</translation>
    </message>
    <message>
        <source>Skriv datumet som ÅÅÅÅ-MM-DD. Okänd månad eller dag skrivs 00.</source>
        <translation>Write the date as YYYY-MM-DD. An unknown month or day is written 00.</translation>
    </message>
    <message>
        <source>Skriv ett datum ÅÅÅÅ-MM-DD, ett årtal, eller en ålder som 40 år eller 5 mån.</source>
        <translation>Enter a date YYYY-MM-DD, a year, or an age such as 40 år (years) or 5 mån (months).</translation>
    </message>
    <message>
        <source>Skriv ett namn med högst 100 vanliga tecken.</source>
        <translation>Enter a name of at most 100 ordinary characters.</translation>
    </message>
    <message>
        <source>Skriv hur det löstes.</source>
        <translation>Write how it was resolved.</translation>
    </message>
    <message>
        <source>Skriv minst ett ord med {minimum} bokstäver.</source>
        <translation>Type at least one word of {minimum} letters.</translation>
    </message>
    <message>
        <source>Skriv minst {shortest} bokstäver av namnet, ett personnummer eller ett telefonnummer.</source>
        <translation>Type at least {shortest} letters of the name, a personal identity number or a telephone number.</translation>
    </message>
    <message>
        <source>Skriv numret att ringa upp på.</source>
        <translation>Write the number to call.</translation>
    </message>
    <message>
        <source>Skriv numret med riktnummer.</source>
        <translation>Enter the number with its area code.</translation>
    </message>
    <message>
        <source>Skriv när patienten ska ringa tidigare än så.</source>
        <translation>Write when the patient is to call sooner than that.</translation>
    </message>
    <message>
        <source>Skriv skälet med minst {minimum} tecken.</source>
        <translation>Enter the reason with at least {minimum} characters.</translation>
    </message>
    <message>
        <source>Skriv tio eller tolv siffror, till exempel 850709-9805.</source>
        <translation>Enter ten or twelve digits, such as 850709-9805.</translation>
    </message>
    <message>
        <source>Skriv vad det blev av uppringningen.</source>
        <translation>Write what came of the call.</translation>
    </message>
    <message>
        <source>Skriv vad du fann.</source>
        <translation>Enter what you found.</translation>
    </message>
    <message>
        <source>Skriv vad som behöver uppmärksammas.</source>
        <translation>Enter what needs attention.</translation>
    </message>
    <message>
        <source>Skriv vad återkopplingen gäller och vad som är fel.</source>
        <translation>Write what the feedback is about and what is wrong.</translation>
    </message>
    <message>
        <source>Skriv varför anteckningen rättas.</source>
        <translation>Say why the note is corrected.</translation>
    </message>
    <message>
        <source>Skriv varför de två är samma person.</source>
        <translation>Say why the two are the same person.</translation>
    </message>
    <message>
        <source>Skriv varför enheten omdirigeras.</source>
        <translation>Say why the unit is redirected.</translation>
    </message>
    <message>
        <source>Skriv varför innehållet inte ändras.</source>
        <translation>Write why the content is not changed.</translation>
    </message>
    <message>
        <source>Skriv varför skyddsmarkeringen tas bort.</source>
        <translation>Say why the protection is removed.</translation>
    </message>
    <message>
        <source>Skriv varför spärren hävs.</source>
        <translation>Say why the block is lifted.</translation>
    </message>
    <message>
        <source>Skriv varför uppgiften ändras.</source>
        <translation>Enter why the information is changed.</translation>
    </message>
    <message>
        <source>Skriv vem som får kopian.</source>
        <translation>Enter who receives the copy.</translation>
    </message>
    <message>
        <source>Skriv vem som tar emot.</source>
        <translation>Enter who receives the patient.</translation>
    </message>
    <message>
        <source>Skrivaren tog inte emot utskriften. Välj en annan eller spara som PDF.</source>
        <translation>The printer did not take the print. Choose another, or save it as a PDF.</translation>
    </message>
    <message>
        <source>Skrivbordet måste visa upp sig för centralen igen.</source>
        <translation>The desk has to show itself to the centre again.</translation>
    </message>
    <message>
        <source>Skrivbordet är låst. Lås upp först.</source>
        <translation>The desk is locked. Unlock it first.</translation>
    </message>
    <message>
        <source>Spärren finns inte.</source>
        <translation>There is no such block.</translation>
    </message>
    <message>
        <source>Spärren slutar innan den börjar.</source>
        <translation>The block ends before it begins.</translation>
    </message>
    <message>
        <source>Spärren är redan hävd.</source>
        <translation>The block has already been lifted.</translation>
    </message>
    <message>
        <source>Stickprovet finns inte.</source>
        <translation>There is no such sample.</translation>
    </message>
    <message>
        <source>Stängningen av kön finns inte.</source>
        <translation>There is no such closing of the queue.</translation>
    </message>
    <message>
        <source>Svaret går inte att spara så. Ange grund, skäl och vem som ringdes upp.</source>
        <translation>The answer cannot be saved like that. Give ground, reason and who was called back.</translation>
    </message>
    <message>
        <source>Svaret stämmer inte med någon av patientens tider. Försök kvar: {left}.</source>
        <translation>The answer fits none of the patient&apos;s times. Attempts left: {left}.</translation>
    </message>
    <message>
        <source>Säg nådd, ej nådd eller avbokad.</source>
        <translation>Say reached, not reached or cancelled.</translation>
    </message>
    <message>
        <source>Tabellen har {count} rader. Högst {limit} går att spara: välj en kortare period.</source>
        <translation>The table has {count} rows. At most {limit} can be saved: choose a shorter period.</translation>
    </message>
    <message>
        <source>Telefonen styrs för hand: lyft, parkera eller lägg på luren själv.</source>
        <translation>The telephone is worked by hand: lift, hold or lay down the handset yourself.</translation>
    </message>
    <message>
        <source>Texten går inte att förstå på rad {line}, tecken {column}.</source>
        <translation>The text cannot be understood at line {line}, character {column}.</translation>
    </message>
    <message>
        <source>Texten är för lång eller har tecken som inte kan sparas.</source>
        <translation>The text is too long or has characters that cannot be kept.</translation>
    </message>
    <message>
        <source>Tiden finns inte.</source>
        <translation>The time does not exist.</translation>
    </message>
    <message>
        <source>Tiden har gått ut. Välj en senare.</source>
        <translation>The time has passed. Choose a later one.</translation>
    </message>
    <message>
        <source>Tiden har redan varit, eller är mer än ett år bort.</source>
        <translation>The time has already passed, or is more than a year away.</translation>
    </message>
    <message>
        <source>Tiden passar inte det som patienten väntar på.</source>
        <translation>The time does not fit what the patient is waiting for.</translation>
    </message>
    <message>
        <source>Tiden är erbjuden till någon just nu.</source>
        <translation>The time is offered to somebody just now.</translation>
    </message>
    <message>
        <source>Tiden är full. Välj en annan.</source>
        <translation>The time is full. Choose another.</translation>
    </message>
    <message>
        <source>Tiden är redan bokad, eller har passerat.</source>
        <translation>The time is booked already, or has passed.</translation>
    </message>
    <message>
        <source>Tiden är stängd. Välj en annan.</source>
        <translation>The time is closed. Choose another.</translation>
    </message>
    <message>
        <source>Två har skrivit olika om samma sak. Välj mellan dem först.</source>
        <translation>Two have written differently of the same thing. Choose between them first.</translation>
    </message>
    <message>
        <source>Två kort har samma område och rubrik (kort {row}).</source>
        <translation>Two cards have the same area and title (card {row}).</translation>
    </message>
    <message>
        <source>Uppgiften finns inte.</source>
        <translation>The task does not exist.</translation>
    </message>
    <message>
        <source>Uppgifterna här stämde inte med centralens. De hämtas på nytt.</source>
        <translation>What is here did not agree with the centre. It is fetched anew.</translation>
    </message>
    <message>
        <source>Uppgifterna om andra regioner och språk går inte att använda ({why}).</source>
        <translation>The data about other regions and languages cannot be used ({why}).</translation>
    </message>
    <message>
        <source>Uppgifterna om avbokningen går inte ihop. Se över dem.</source>
        <translation>What is said of the cancellation does not go together. Look it over.</translation>
    </message>
    <message>
        <source>Uppmärksamheten finns inte.</source>
        <translation>There is no such alert.</translation>
    </message>
    <message>
        <source>Uppmärksamheten är redan avslutad.</source>
        <translation>The alert has already ended.</translation>
    </message>
    <message>
        <source>Urvalet finns inte.</source>
        <translation>There is no such sample.</translation>
    </message>
    <message>
        <source>Urvalet går inte att dra så. Se över dagarna och fröet.</source>
        <translation>The sample cannot be drawn like that. Look over the days and the seed.</translation>
    </message>
    <message>
        <source>Utan certifikat betjänas ingen.</source>
        <translation>Nobody is served without a certificate.</translation>
    </message>
    <message>
        <source>Utgåvan av skiften finns inte.</source>
        <translation>There is no such edition of the shifts.</translation>
    </message>
    <message>
        <source>Villkoren för ärenden stämmer inte: se över koder, namn och tider.</source>
        <translation>The terms of cases are not right: look over codes, names and times.</translation>
    </message>
    <message>
        <source>Välj en tid som inte har varit, och högst ett år bort.</source>
        <translation>Choose a time that has not been, at most a year away.</translation>
    </message>
    <message>
        <source>Välj minst en enhet.</source>
        <translation>Choose at least one unit.</translation>
    </message>
    <message>
        <source>Välj minst en roll.</source>
        <translation>Choose at least one role.</translation>
    </message>
    <message>
        <source>Välj vad samtalet ledde till innan du avslutar det.</source>
        <translation>Choose what came of the call before you finish it.</translation>
    </message>
    <message>
        <source>Växeln kan inte koppla samtal från den här arbetsplatsen. Koppla på telefonen.</source>
        <translation>The exchange cannot transfer calls from this desk. Transfer on the telephone.</translation>
    </message>
    <message>
        <source>Växeln kan inte ringa 112 härifrån. Ring 112 på telefonen.</source>
        <translation>The exchange cannot call 112 from here. Call 112 on the telephone.</translation>
    </message>
    <message>
        <source>Växeln kan inte ringa upp härifrån. Slå numret på telefonen.</source>
        <translation>The exchange cannot call from here. Dial the number on the telephone.</translation>
    </message>
    <message>
        <source>Växeln kan inte stänga köer från den här arbetsplatsen. Be den som sköter växeln.</source>
        <translation>The exchange cannot close queues from this desk. Ask whoever runs the exchange.</translation>
    </message>
    <message>
        <source>Växeln sade inte vilken kö det var.</source>
        <translation>The exchange did not say which queue it was.</translation>
    </message>
    <message>
        <source>Växeln sade nej. Använd telefonen för hand.</source>
        <translation>The exchange said no. Use the telephone by hand.</translation>
    </message>
    <message>
        <source>Växeln svarar inte. Använd telefonen för hand.</source>
        <translation>The exchange does not answer. Use the telephone by hand.</translation>
    </message>
    <message>
        <source>Växelns villkor går inte att publicera så. Se rad {row}.</source>
        <translation>The switchboard&apos;s terms cannot be published like that. See row {row}.</translation>
    </message>
    <message>
        <source>{operations} händelser och {accesses} loggposter går inte att få tillbaka. En administratör behöver godta det med kommandot restore.</source>
        <translation>{operations} operations and {accesses} log records cannot be brought back. An administrator has to accept that with the command restore.</translation>
    </message>
    <message>
        <source>Ämnet har ingen lokal formulering att ta tillbaka.</source>
        <translation>The topic has no local wording to take back.</translation>
    </message>
    <message>
        <source>Ändringen av läget finns inte.</source>
        <translation>There is no such change of mode.</translation>
    </message>
    <message>
        <source>Ärendet finns inte.</source>
        <translation>The case does not exist.</translation>
    </message>
    <message>
        <source>Återkopplingen finns inte.</source>
        <translation>There is no such feedback.</translation>
    </message>
    <message>
        <source>Återuppringningen finns inte.</source>
        <translation>The call-back does not exist.</translation>
    </message>
    <message>
        <source>Återuppringningen är redan avslutad, eller så har någon ändrat den.</source>
        <translation>The call-back is closed already, or somebody has changed it.</translation>
    </message>
    <message>
        <source>Åtkomsten är din egen. Någon annan granskar den.</source>
        <translation>The access is your own. Somebody else reviews it.</translation>
    </message>
    <message>
        <source>Öppettid nummer {at} stämmer inte: dag, tid eller datum saknas eller krockar.</source>
        <translation>Opening hours number {at} are not right: a day, time or date is missing or clashes.</translation>
    </message>
    <message>
        <source>Öppettiderna går inte att läsa vid tecken {at}. Skriv till exempel mån-fre 08:00-17:00; lör 10:00-14:00; 2026-12-24 stängt.</source>
        <translation>The opening hours cannot be read at character {at}. Write for example mån-fre 08:00-17:00; lör 10:00-14:00; 2026-12-24 stängt.</translation>
    </message>
    <message>
        <source>Öppettiderna är för många: högst {limit}.</source>
        <translation>There are too many opening hours: at most {limit}.</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>Avgiften är {amount} kr enligt reglerna. Mottagningen beslutar om den.</source>
        <translation>The fee is SEK {amount} by the rules. The clinic decides on it.</translation>
    </message>
    <message>
        <source>Din nya tid är {when} på {unit}. Den gamla tiden är avbokad.</source>
        <translation>Your new time is {when} at {unit}. The old time is cancelled.</translation>
    </message>
    <message>
        <source>Din tid är {when} på {unit}.</source>
        <translation>Your time is {when} at {unit}.</translation>
    </message>
    <message>
        <source>Du avbokar i tid.</source>
        <translation>You are cancelling in time.</translation>
    </message>
    <message>
        <source>Du avbokar senare än gränsen. Jag antecknar skälet. Mottagningen bedömer det och kan skicka en faktura.</source>
        <translation>You are cancelling after the time limit. I note the reason. The clinic assesses it and may send an invoice.</translation>
    </message>
    <message>
        <source>Du avbokar senare än gränsen. Mottagningen kan skicka en faktura.</source>
        <translation>You are cancelling after the time limit. The clinic may send an invoice.</translation>
    </message>
    <message>
        <source>Efter gränsen: räknas som sen</source>
        <translation>After the time limit: counts as late</translation>
    </message>
    <message>
        <source>En öppen kallelse som aldrig har bokats kostar inget att tacka nej till.</source>
        <translation>An open invitation that was never booked costs nothing to decline.</translation>
    </message>
    <message>
        <source>Gränsen: {deadline}, {hours} före.</source>
        <translation>The time limit: {deadline}, {hours} before.</translation>
    </message>
    <message>
        <source>I tid</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>Ingen regel finns för den här tiden</source>
        <translation>There is no rule for this time</translation>
    </message>
    <message>
        <source>Ingen tid än</source>
        <translation>No time yet</translation>
    </message>
    <message>
        <source>Ingen tid är bokad</source>
        <translation>No time is booked</translation>
    </message>
    <message>
        <source>Jag beklagar sorgen. Jag avbokar tiden.</source>
        <translation>I am sorry for your loss. I cancel the time.</translation>
    </message>
    <message>
        <source>Jag tackar nej till kallelsen åt dig.</source>
        <translation>I decline the invitation for you.</translation>
    </message>
    <message>
        <source>Mottagningen avbokar för sent</source>
        <translation>The clinic cancels too late</translation>
    </message>
    <message>
        <source>Mottagningen ersätter också resan.</source>
        <translation>The clinic pays for the journey too.</translation>
    </message>
    <message>
        <source>Mottagningen har avbokat tiden. Enligt regionens regler ska du inte betala för den; mottagningen beslutar.</source>
        <translation>The clinic has cancelled the time. Under the region&apos;s rules you are not to pay for it; the clinic decides.</translation>
    </message>
    <message>
        <source>Mottagningen kan svara på om avbokningen kostar något.</source>
        <translation>The clinic can tell whether the cancellation costs anything.</translation>
    </message>
    <message>
        <source>Nästa planerade besök för samma sak är avgiftsfritt.</source>
        <translation>The next planned visit for the same matter is free of charge.</translation>
    </message>
    <message>
        <source>Patienten betalar inget för den här tiden.</source>
        <translation>The patient pays nothing for this time.</translation>
    </message>
    <message>
        <source>Preliminärt bokad</source>
        <translation>Preliminarily booked</translation>
    </message>
    <message>
        <source>Regel: {name} (regler nr {edition}).</source>
        <translation>Rule: {name} (rules no. {edition}).</translation>
    </message>
    <message>
        <source>Reglerna säger inget om den. Mottagningen avgör.</source>
        <translation>The rules say nothing of it. The clinic decides.</translation>
    </message>
    <message>
        <source>Skälet antecknas. Mottagningen avgör om det är ett undantag.</source>
        <translation>The reason is noted. The clinic decides whether it is an exception.</translation>
    </message>
    <message>
        <source>avboka</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>bara mottagningen</source>
        <translation>by the clinic only</translation>
    </message>
    <message>
        <source>boka om</source>
        <translation>rebooked</translation>
    </message>
    <message>
        <source>boka tid</source>
        <translation>booked</translation>
    </message>
    <message>
        <source>en hel vardag (24 timmar)</source>
        <translation>one whole weekday (24 hours)</translation>
    </message>
    <message>
        <source>i dag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>i morgon</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>meddelande</source>
        <translation>a message</translation>
    </message>
    <message>
        <source>natten till {day}, klockan 00:00</source>
        <translation>the night before {day}, at 00:00</translation>
    </message>
    <message>
        <source>tre hela vardagar (72 timmar)</source>
        <translation>three whole weekdays (72 hours)</translation>
    </message>
    <message>
        <source>två hela vardagar (48 timmar)</source>
        <translation>two whole weekdays (48 hours)</translation>
    </message>
    <message>
        <source>{days} hela vardagar ({hours} timmar)</source>
        <translation>{days} whole weekdays ({hours} hours)</translation>
    </message>
    <message>
        <source>{day} klockan {time}</source>
        <translation>{day} at {time}</translation>
    </message>
    <message>
        <source>{weekday} {date} {month} {year}</source>
        <translation>{weekday} {date} {month} {year}</translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>Andra enheter</source>
        <translation>Other units</translation>
    </message>
    <message>
        <source>Från ålder</source>
        <translation>From age</translation>
    </message>
    <message>
        <source>Gata</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>Godkänt av</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Godkänt den</source>
        <translation>Approved on</translation>
    </message>
    <message>
        <source>Godkänt {day}</source>
        <translation>Approved {day}</translation>
    </message>
    <message>
        <source>Godkänt {day}, för {days} dagar sedan</source>
        <translation>Approved {day}, {days} days ago</translation>
    </message>
    <message>
        <source>HSA-id</source>
        <translation>HSA-id</translation>
    </message>
    <message>
        <source>HSA-id går inte att använda</source>
        <translation>the HSA-id cannot be used</translation>
    </message>
    <message>
        <source>HSA-id står redan i filen</source>
        <translation>the HSA-id is in the file already</translation>
    </message>
    <message>
        <source>Har teleQ</source>
        <translation>Has teleQ</translation>
    </message>
    <message>
        <source>Hitta dit</source>
        <translation>How to find it</translation>
    </message>
    <message>
        <source>Inte godkänt av enheten</source>
        <translation>Not approved by the unit</translation>
    </message>
    <message>
        <source>Kallas även</source>
        <translation>Also called</translation>
    </message>
    <message>
        <source>Kan bokas från 1177</source>
        <translation>Can be booked from 1177</translation>
    </message>
    <message>
        <source>Kommun</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Läge på kartan</source>
        <translation>Place on the map</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Namn utåt</source>
        <translation>Public name</translation>
    </message>
    <message>
        <source>Omdirigeras</source>
        <translation>Redirected</translation>
    </message>
    <message>
        <source>Omdirigering gäller: skicka ingen till {unit} {until}. Skäl: {why}</source>
        <translation>Redirect in force: send nobody to {unit} {until}. Reason: {why}</translation>
    </message>
    <message>
        <source>Omdirigering gäller: {unit} → {to} {until}. Skäl: {why}</source>
        <translation>Redirect in force: {unit} → {to} {until}. Reason: {why}</translation>
    </message>
    <message>
        <source>Postadress</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>Rad {line}, {column}: {what}.</source>
        <translation>Row {line}, {column}: {what}.</translation>
    </message>
    <message>
        <source>Rad {line}: {what}.</source>
        <translation>Row {line}: {what}.</translation>
    </message>
    <message>
        <source>Skicka hit</source>
        <translation>Send here</translation>
    </message>
    <message>
        <source>Skicka inte hit</source>
        <translation>Do not send here</translation>
    </message>
    <message>
        <source>Tar emot för</source>
        <translation>Accepts for</translation>
    </message>
    <message>
        <source>Tar inte emot för</source>
        <translation>Does not accept for</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Telefonlinjer</source>
        <translation>Telephone lines</translation>
    </message>
    <message>
        <source>Till och med ålder</source>
        <translation>Up to and including age</translation>
    </message>
    <message>
        <source>Tillfällig information</source>
        <translation>Temporary information</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Ur bruk</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>Webbplats</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>adressen börjar inte med https:// eller http://</source>
        <translation>the address does not begin with https:// or http://</translation>
    </message>
    <message>
        <source>adressen börjar med https:// eller http://</source>
        <translation>the address begins with https:// or http://</translation>
    </message>
    <message>
        <source>bokstäver har gått förlorade i filen</source>
        <translation>letters have been lost in the file</translation>
    </message>
    <message>
        <source>cellen får inte vara tom</source>
        <translation>the cell must not be empty</translation>
    </message>
    <message>
        <source>cellen har ett tecken som inte syns</source>
        <translation>the cell has a character that does not show</translation>
    </message>
    <message>
        <source>datumet är inte skrivet som 2027-01-31</source>
        <translation>the date is not written as 2027-01-31</translation>
    </message>
    <message>
        <source>det får inte vara tomt</source>
        <translation>it must not be empty</translation>
    </message>
    <message>
        <source>det är för många</source>
        <translation>there are too many</translation>
    </message>
    <message>
        <source>en kontaktorsak kan inte både tas emot och inte</source>
        <translation>a contact reason cannot be both accepted and not</translation>
    </message>
    <message>
        <source>en rubrik som behövs saknas</source>
        <translation>a heading that is needed is missing</translation>
    </message>
    <message>
        <source>enheten kan inte höra ihop med sig själv</source>
        <translation>the unit cannot belong together with itself</translation>
    </message>
    <message>
        <source>ett citattecken är fel eller inte avslutat</source>
        <translation>a quotation mark is wrong or not closed</translation>
    </message>
    <message>
        <source>filen har en dokumenttyp, som inte läses</source>
        <translation>the file has a document type, which is not read</translation>
    </message>
    <message>
        <source>filen har för många enheter</source>
        <translation>the file has too many units</translation>
    </message>
    <message>
        <source>filen har inga enheter</source>
        <translation>the file has no units</translation>
    </message>
    <message>
        <source>filen är XML men inte enheter ur HSA</source>
        <translation>the file is XML but not units from HSA</translation>
    </message>
    <message>
        <source>filens XML är för djupt nästlad</source>
        <translation>the XML of the file is nested too deeply</translation>
    </message>
    <message>
        <source>filens XML är trasig</source>
        <translation>the XML of the file is broken</translation>
    </message>
    <message>
        <source>från {youngest} år</source>
        <translation>from age {youngest}</translation>
    </message>
    <message>
        <source>helgdag</source>
        <translation>public holiday</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>kontaktorsaken finns inte</source>
        <translation>there is no such contact reason</translation>
    </message>
    <message>
        <source>nej</source>
        <translation>no</translation>
    </message>
    <message>
        <source>numret går inte att ringa</source>
        <translation>the number cannot be called</translation>
    </message>
    <message>
        <source>platsen går inte att läsa</source>
        <translation>the place cannot be read</translation>
    </message>
    <message>
        <source>platsen ligger långt från Sverige; latituden skrivs först</source>
        <translation>the place is far from Sweden; the latitude is written first</translation>
    </message>
    <message>
        <source>platsen är ett tal från 1 till 99</source>
        <translation>the place is a number from 1 to 99</translation>
    </message>
    <message>
        <source>raden har fel antal celler</source>
        <translation>the row has the wrong number of cells</translation>
    </message>
    <message>
        <source>rubriken är okänd</source>
        <translation>the heading is unknown</translation>
    </message>
    <message>
        <source>samma rubrik står två gånger</source>
        <translation>the same heading stands twice</translation>
    </message>
    <message>
        <source>slutet ligger före början</source>
        <translation>the end lies before the beginning</translation>
    </message>
    <message>
        <source>stängt</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>svaret är inte ja eller nej</source>
        <translation>the answer is not ja or nej (yes or no)</translation>
    </message>
    <message>
        <source>texten är för lång</source>
        <translation>the text is too long</translation>
    </message>
    <message>
        <source>tiden finns inte</source>
        <translation>there is no such time</translation>
    </message>
    <message>
        <source>tiderna går inte att läsa</source>
        <translation>the hours cannot be read</translation>
    </message>
    <message>
        <source>till och med {oldest} år</source>
        <translation>up to and including age {oldest}</translation>
    </message>
    <message>
        <source>till {time}</source>
        <translation>until {time}</translation>
    </message>
    <message>
        <source>tills vidare</source>
        <translation>until further notice</translation>
    </message>
    <message>
        <source>typen är okänd och syns inte av namnet</source>
        <translation>the type is unknown and does not show from the name</translation>
    </message>
    <message>
        <source>{youngest}–{oldest} år</source>
        <translation>aged {youngest}–{oldest}</translation>
    </message>
    <message>
        <source>Öppettider</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>åldern är 0–130 år, den lägsta först</source>
        <translation>the age is 0–130 years, the lowest first</translation>
    </message>
    <message>
        <source>åldern är inte ett helt tal mellan 0 och 130</source>
        <translation>the age is not a whole number between 0 and 130</translation>
    </message>
</context>
<context>
    <name>verbs</name>
    <message>
        <source>112 svarade</source>
        <translation>112 answered</translation>
    </message>
    <message>
        <source>Antalet platser i en kö ändrades</source>
        <translation>The number of places in a queue was changed</translation>
    </message>
    <message>
        <source>Antalet platser på en tid ändrades</source>
        <translation>The number of places of a time was changed</translation>
    </message>
    <message>
        <source>Anteckning knöts till samtal</source>
        <translation>Note attached to call</translation>
    </message>
    <message>
        <source>Anteckning lämnades ut</source>
        <translation>Note disclosed</translation>
    </message>
    <message>
        <source>Anteckning rättades</source>
        <translation>Note corrected</translation>
    </message>
    <message>
        <source>Anteckning signerades</source>
        <translation>Note signed</translation>
    </message>
    <message>
        <source>Anteckning skrevs</source>
        <translation>Note written</translation>
    </message>
    <message>
        <source>Anteckning ändrades</source>
        <translation>Note changed</translation>
    </message>
    <message>
        <source>Anteckningar lämnades ut som fil</source>
        <translation>Notes disclosed as a file</translation>
    </message>
    <message>
        <source>Avvikande mening antecknades</source>
        <translation>Dissent noted</translation>
    </message>
    <message>
        <source>Beslut om vårdskada i ett ärende</source>
        <translation>Decision about a care injury in a case</translation>
    </message>
    <message>
        <source>Bokade tider lästes in</source>
        <translation>Booked times were read in</translation>
    </message>
    <message>
        <source>Brev om ett ärende lämnades till e-post</source>
        <translation>A letter about a case was handed to e-mail</translation>
    </message>
    <message>
        <source>Brev om ett ärende skrevs ut</source>
        <translation>A letter about a case was printed</translation>
    </message>
    <message>
        <source>Del av samtal avslutades</source>
        <translation>Part of call closed</translation>
    </message>
    <message>
        <source>Dödsfall antecknades</source>
        <translation>Death noted</translation>
    </message>
    <message>
        <source>Efterarbete avslutades</source>
        <translation>Wrap-up ended</translation>
    </message>
    <message>
        <source>Efterarbete förlängdes</source>
        <translation>Wrap-up extended</translation>
    </message>
    <message>
        <source>Egen inställning</source>
        <translation>Own setting</translation>
    </message>
    <message>
        <source>Enhet lades till</source>
        <translation>Unit added</translation>
    </message>
    <message>
        <source>Enhet omdirigerades</source>
        <translation>Unit redirected</translation>
    </message>
    <message>
        <source>Enhet togs i bruk igen</source>
        <translation>Unit put back into use</translation>
    </message>
    <message>
        <source>Enhet togs ur bruk</source>
        <translation>Unit retired</translation>
    </message>
    <message>
        <source>Enheter lästes in</source>
        <translation>Units imported</translation>
    </message>
    <message>
        <source>Enhetskort sparades</source>
        <translation>Unit&apos;s card saved</translation>
    </message>
    <message>
        <source>Fras lades till</source>
        <translation>Phrase added</translation>
    </message>
    <message>
        <source>Fras togs ur bruk</source>
        <translation>Phrase retired</translation>
    </message>
    <message>
        <source>Fras ändrades</source>
        <translation>Phrase changed</translation>
    </message>
    <message>
        <source>Fraser användes</source>
        <translation>Phrases used</translation>
    </message>
    <message>
        <source>Fraser lästes in</source>
        <translation>Phrases read in</translation>
    </message>
    <message>
        <source>Fråga om en person antecknades</source>
        <translation>A question about a person was noted</translation>
    </message>
    <message>
        <source>Fråga till servicedisken antecknades</source>
        <translation>A question to the service desk was noted</translation>
    </message>
    <message>
        <source>Frånvaro antecknades</source>
        <translation>An absence was noted</translation>
    </message>
    <message>
        <source>Frånvaro avslutades</source>
        <translation>An absence was ended</translation>
    </message>
    <message>
        <source>Första administratören lades upp</source>
        <translation>First administrator added</translation>
    </message>
    <message>
        <source>Genomgång lästes</source>
        <translation>Review of a call read</translation>
    </message>
    <message>
        <source>Genomgång skrevs</source>
        <translation>Review of a call written</translation>
    </message>
    <message>
        <source>Hur det gick att koppla ett samtal</source>
        <translation>How the transfer of a call went</translation>
    </message>
    <message>
        <source>Hur det gick att skicka e-post om ett ärende</source>
        <translation>How the e-mail about a case went</translation>
    </message>
    <message>
        <source>Händelse antecknades</source>
        <translation>Incident noted</translation>
    </message>
    <message>
        <source>Händelse avslutades</source>
        <translation>Incident ended</translation>
    </message>
    <message>
        <source>Händelse beskrevs</source>
        <translation>Incident described</translation>
    </message>
    <message>
        <source>Händelse från en annan programversion</source>
        <translation>Act of another version of the program</translation>
    </message>
    <message>
        <source>Händelse upptäcktes av arbetsplatsen</source>
        <translation>Incident noticed by the workstation</translation>
    </message>
    <message>
        <source>Händelse var över</source>
        <translation>An incident was over</translation>
    </message>
    <message>
        <source>Hänvisning följdes upp</source>
        <translation>Referral followed up</translation>
    </message>
    <message>
        <source>Hänvisning skrevs ut</source>
        <translation>Referral printed</translation>
    </message>
    <message>
        <source>Inloggning</source>
        <translation>Sign-in</translation>
    </message>
    <message>
        <source>Innehållspaket godkändes</source>
        <translation>Content pack approved</translation>
    </message>
    <message>
        <source>Innehållspaket lästes in</source>
        <translation>Content pack imported</translation>
    </message>
    <message>
        <source>Innehållspaket togs ur bruk</source>
        <translation>Content pack retired</translation>
    </message>
    <message>
        <source>Jourlista lästes in</source>
        <translation>On-call roster imported</translation>
    </message>
    <message>
        <source>Jourpass togs bort</source>
        <translation>Turn on call removed</translation>
    </message>
    <message>
        <source>Jourpass ändrades</source>
        <translation>Turn on call changed</translation>
    </message>
    <message>
        <source>Kort lämnades över</source>
        <translation>Card handed over</translation>
    </message>
    <message>
        <source>Kort togs tillbaka eller avböjdes</source>
        <translation>Card taken back or declined</translation>
    </message>
    <message>
        <source>Kort togs över</source>
        <translation>Card taken over</translation>
    </message>
    <message>
        <source>Kunskapskort lästes in</source>
        <translation>Knowledge cards were read in</translation>
    </message>
    <message>
        <source>Kunskapskort sparades</source>
        <translation>A knowledge card was saved</translation>
    </message>
    <message>
        <source>Kunskapskort togs i bruk igen</source>
        <translation>A knowledge card was put back into use</translation>
    </message>
    <message>
        <source>Kunskapskort togs ur bruk</source>
        <translation>A knowledge card was retired</translation>
    </message>
    <message>
        <source>Kö för återuppringning avslutades</source>
        <translation>A call-back queue was ended</translation>
    </message>
    <message>
        <source>Kö för återuppringning ändrades</source>
        <translation>A call-back queue was changed</translation>
    </message>
    <message>
        <source>Kö stängdes</source>
        <translation>Queue closed</translation>
    </message>
    <message>
        <source>Kö öppnades</source>
        <translation>Queue opened</translation>
    </message>
    <message>
        <source>Larm 112</source>
        <translation>Alarm to 112</translation>
    </message>
    <message>
        <source>Larm 112 kom inte fram</source>
        <translation>Alarm to 112 did not get through</translation>
    </message>
    <message>
        <source>Larm 112 stängdes</source>
        <translation>Alarm to 112 closed</translation>
    </message>
    <message>
        <source>Ledig tid erbjuds inte mer</source>
        <translation>A free time is offered no more</translation>
    </message>
    <message>
        <source>Ledig tid erbjöds</source>
        <translation>A free time was offered</translation>
    </message>
    <message>
        <source>Ledig tid lämnades till andra</source>
        <translation>A free time was left to others</translation>
    </message>
    <message>
        <source>Ledig tid togs inte</source>
        <translation>A free time was not taken</translation>
    </message>
    <message>
        <source>Ledig tid togs om hand</source>
        <translation>A free time was taken in hand</translation>
    </message>
    <message>
        <source>Lokal formulering togs tillbaka</source>
        <translation>Local wording taken back</translation>
    </message>
    <message>
        <source>Läge för centret hävdes</source>
        <translation>The centre&apos;s mode was lifted</translation>
    </message>
    <message>
        <source>Läge för centret ändrades</source>
        <translation>The centre&apos;s mode was changed</translation>
    </message>
    <message>
        <source>Löfte att ringa upp</source>
        <translation>A promise to call</translation>
    </message>
    <message>
        <source>Löfte att ringa upp lämnades vidare</source>
        <translation>A promise to call was handed on</translation>
    </message>
    <message>
        <source>Löfte om återuppringning bröts</source>
        <translation>A promised call-back was broken</translation>
    </message>
    <message>
        <source>Lösenord byttes</source>
        <translation>Password changed</translation>
    </message>
    <message>
        <source>Meddelande gick inte att skicka</source>
        <translation>A message could not be sent</translation>
    </message>
    <message>
        <source>Meddelande kom fram</source>
        <translation>A message got there</translation>
    </message>
    <message>
        <source>Meddelande skickades</source>
        <translation>A message was sent</translation>
    </message>
    <message>
        <source>Meddelande skrevs</source>
        <translation>A message was written</translation>
    </message>
    <message>
        <source>Meddelande skrevs ut</source>
        <translation>A message was printed</translation>
    </message>
    <message>
        <source>Meddelande togs tillbaka</source>
        <translation>A message was taken back</translation>
    </message>
    <message>
        <source>Medicinsk prioritet på väntelista</source>
        <translation>Medical priority on a waiting list</translation>
    </message>
    <message>
        <source>Motfråga eller nytt datum i ett ärende</source>
        <translation>Counter-question or new date in a case</translation>
    </message>
    <message>
        <source>Mottagandet av ett ärende bekräftades</source>
        <translation>The receipt of a case was acknowledged</translation>
    </message>
    <message>
        <source>Mätning antecknades</source>
        <translation>Measurement noted</translation>
    </message>
    <message>
        <source>Mätning togs bort</source>
        <translation>Measurement removed</translation>
    </message>
    <message>
        <source>Mätningar lästes in</source>
        <translation>Measurements were read in</translation>
    </message>
    <message>
        <source>Mål sattes</source>
        <translation>Target set</translation>
    </message>
    <message>
        <source>Mål togs bort</source>
        <translation>Target removed</translation>
    </message>
    <message>
        <source>Nummer togs tillbaka</source>
        <translation>Number taken back</translation>
    </message>
    <message>
        <source>Ny del av samtal</source>
        <translation>New part of call</translation>
    </message>
    <message>
        <source>Närvaro bekräftades</source>
        <translation>Presence confirmed</translation>
    </message>
    <message>
        <source>Närvaro eller paus började</source>
        <translation>Presence or break began</translation>
    </message>
    <message>
        <source>Närvaro eller paus slutade</source>
        <translation>Presence or break ended</translation>
    </message>
    <message>
        <source>Obesvarad fråga togs om hand</source>
        <translation>An unanswered question was settled</translation>
    </message>
    <message>
        <source>Okänd person lades upp</source>
        <translation>Unidentified person registered</translation>
    </message>
    <message>
        <source>Omdirigering hävdes</source>
        <translation>Redirect lifted</translation>
    </message>
    <message>
        <source>Operatör lades upp</source>
        <translation>Operator added</translation>
    </message>
    <message>
        <source>Operatör stängdes av</source>
        <translation>Operator disabled</translation>
    </message>
    <message>
        <source>Operatör öppnades igen</source>
        <translation>Operator enabled again</translation>
    </message>
    <message>
        <source>Pass i schemat sparades</source>
        <translation>Turn on the roster saved</translation>
    </message>
    <message>
        <source>Pass i schemat togs bort</source>
        <translation>Turn on the roster removed</translation>
    </message>
    <message>
        <source>Patient placerades i återuppringning</source>
        <translation>A patient was placed in a call-back queue</translation>
    </message>
    <message>
        <source>Patient sattes upp på väntelista</source>
        <translation>A patient was put on a waiting list</translation>
    </message>
    <message>
        <source>Patient tackade ja till en ledig tid</source>
        <translation>A patient accepted a free time</translation>
    </message>
    <message>
        <source>Patienten hänvisades</source>
        <translation>Patient referred</translation>
    </message>
    <message>
        <source>Patienten informerades efter en vårdskada</source>
        <translation>The patient was informed after a care injury</translation>
    </message>
    <message>
        <source>Patienten lämnades över muntligt</source>
        <translation>Patient handed over by word of mouth</translation>
    </message>
    <message>
        <source>Patients tid avbokades</source>
        <translation>A patient&apos;s time was cancelled</translation>
    </message>
    <message>
        <source>Patients tid bokades om</source>
        <translation>A patient&apos;s time was rebooked</translation>
    </message>
    <message>
        <source>Person fick ett nummer</source>
        <translation>Person given a number</translation>
    </message>
    <message>
        <source>Person knöts till samtal</source>
        <translation>Person attached to call</translation>
    </message>
    <message>
        <source>Person lades upp</source>
        <translation>Person registered</translation>
    </message>
    <message>
        <source>Personuppgift rättades</source>
        <translation>Personal details corrected</translation>
    </message>
    <message>
        <source>Rad i telefonkatalogen sparades</source>
        <translation>A row in the telephone directory was saved</translation>
    </message>
    <message>
        <source>Rad i telefonkatalogen togs ur bruk</source>
        <translation>A row in the telephone directory was retired</translation>
    </message>
    <message>
        <source>Rad på väntelista ändrades</source>
        <translation>A line of a waiting list was changed</translation>
    </message>
    <message>
        <source>Rader i telefonkatalogen togs ur bruk vid inläsning</source>
        <translation>Rows in the telephone directory were retired when it was read in</translation>
    </message>
    <message>
        <source>Regler för avbokning publicerades</source>
        <translation>Rules for cancelling were published</translation>
    </message>
    <message>
        <source>Regler publicerades</source>
        <translation>Rules published</translation>
    </message>
    <message>
        <source>Roller ändrades</source>
        <translation>Roles changed</translation>
    </message>
    <message>
        <source>Sammanslagning upphävdes</source>
        <translation>Merge undone</translation>
    </message>
    <message>
        <source>Samtal avslutades</source>
        <translation>Call closed</translation>
    </message>
    <message>
        <source>Samtal besvarades</source>
        <translation>Call answered</translation>
    </message>
    <message>
        <source>Samtal i urval bedömdes</source>
        <translation>Call in a sample assessed</translation>
    </message>
    <message>
        <source>Samtal kom in</source>
        <translation>Call came in</translation>
    </message>
    <message>
        <source>Samtal kopplades vidare</source>
        <translation>A call was transferred</translation>
    </message>
    <message>
        <source>Samtal lades på</source>
        <translation>Call hung up</translation>
    </message>
    <message>
        <source>Samtal lades upp</source>
        <translation>Call registered</translation>
    </message>
    <message>
        <source>Samtal markerades som hanterade</source>
        <translation>Calls were marked as handled</translation>
    </message>
    <message>
        <source>Samtal parkerades</source>
        <translation>Call put on hold</translation>
    </message>
    <message>
        <source>Samtal som lämnade kön antecknades</source>
        <translation>A call that left the queue was noted</translation>
    </message>
    <message>
        <source>Samtal togs till genomgång</source>
        <translation>Call taken for review</translation>
    </message>
    <message>
        <source>Samtal återtogs</source>
        <translation>Call resumed</translation>
    </message>
    <message>
        <source>Schema lästes in</source>
        <translation>A roster was read in</translation>
    </message>
    <message>
        <source>Signering behövdes inte</source>
        <translation>Signature not required</translation>
    </message>
    <message>
        <source>Skift och raster publicerades</source>
        <translation>Shifts and breaks were published</translation>
    </message>
    <message>
        <source>Skyddsmarkering ändrades</source>
        <translation>Protection changed</translation>
    </message>
    <message>
        <source>Slag av paus antecknades</source>
        <translation>Kind of break noted</translation>
    </message>
    <message>
        <source>Språk antecknades</source>
        <translation>Language noted</translation>
    </message>
    <message>
        <source>Spärr hävdes</source>
        <translation>Block revoked</translation>
    </message>
    <message>
        <source>Spärr lades in</source>
        <translation>Block set</translation>
    </message>
    <message>
        <source>Spärrade uppgifter öppnades</source>
        <translation>Blocked data opened</translation>
    </message>
    <message>
        <source>Stickprov drogs</source>
        <translation>Sample drawn</translation>
    </message>
    <message>
        <source>Svar kom i ett ärende som väntade</source>
        <translation>An answer came in a case that waited</translation>
    </message>
    <message>
        <source>Telefonkatalog lästes in</source>
        <translation>A telephone directory was read in</translation>
    </message>
    <message>
        <source>Tid bokades</source>
        <translation>Time booked</translation>
    </message>
    <message>
        <source>Tid bokades åt patient</source>
        <translation>A time was booked for a patient</translation>
    </message>
    <message>
        <source>Tid i en kö stängdes</source>
        <translation>A time of a queue was closed</translation>
    </message>
    <message>
        <source>Tid i en kö öppnades igen</source>
        <translation>A time of a queue was opened again</translation>
    </message>
    <message>
        <source>Tid stängdes</source>
        <translation>A time was closed</translation>
    </message>
    <message>
        <source>Tid öppnades igen</source>
        <translation>A time was opened again</translation>
    </message>
    <message>
        <source>Tider lades till</source>
        <translation>Times were added</translation>
    </message>
    <message>
        <source>Tom del av samtal togs bort</source>
        <translation>Empty part of call removed</translation>
    </message>
    <message>
        <source>Två personer slogs ihop</source>
        <translation>Two people merged</translation>
    </message>
    <message>
        <source>Uppmärksamhet antecknades</source>
        <translation>Special note made</translation>
    </message>
    <message>
        <source>Uppmärksamhet avslutades</source>
        <translation>Special note ended</translation>
    </message>
    <message>
        <source>Urval av samtal drogs</source>
        <translation>Sample of calls drawn</translation>
    </message>
    <message>
        <source>Uteblivet besök noterades</source>
        <translation>A missed visit was noted</translation>
    </message>
    <message>
        <source>Utkast till regler kastades</source>
        <translation>Draft of rules discarded</translation>
    </message>
    <message>
        <source>Utkast till regler påbörjades</source>
        <translation>Draft of rules begun</translation>
    </message>
    <message>
        <source>Utkast till regler sparades</source>
        <translation>Draft of rules saved</translation>
    </message>
    <message>
        <source>Utloggning</source>
        <translation>Sign-out</translation>
    </message>
    <message>
        <source>Val mellan två uppgifter i ett ärende</source>
        <translation>Choice between two values in a case</translation>
    </message>
    <message>
        <source>Villkor för ärenden publicerades</source>
        <translation>Terms of cases were published</translation>
    </message>
    <message>
        <source>Väntan på tid avslutades</source>
        <translation>A wait for a time was ended</translation>
    </message>
    <message>
        <source>Växelns villkor publicerades</source>
        <translation>The switchboard&apos;s terms were published</translation>
    </message>
    <message>
        <source>Ämne i innehållspaket ändrades</source>
        <translation>Topic in content pack changed</translation>
    </message>
    <message>
        <source>Ärende avslutades</source>
        <translation>A case was ended</translation>
    </message>
    <message>
        <source>Ärende besvarades</source>
        <translation>A case was answered</translation>
    </message>
    <message>
        <source>Ärende började utredas</source>
        <translation>A case began to be investigated</translation>
    </message>
    <message>
        <source>Ärende fick en annan handläggare</source>
        <translation>A case got another handler</translation>
    </message>
    <message>
        <source>Ärende kommenterades</source>
        <translation>A remark was added to a case</translation>
    </message>
    <message>
        <source>Ärende lämnades över</source>
        <translation>A case was handed over</translation>
    </message>
    <message>
        <source>Ärende togs in</source>
        <translation>A case was taken in</translation>
    </message>
    <message>
        <source>Ärende togs tillbaka</source>
        <translation>A case was taken back</translation>
    </message>
    <message>
        <source>Ärende ändrades</source>
        <translation>A case was changed</translation>
    </message>
    <message>
        <source>Ärende öppnades igen</source>
        <translation>A case was opened again</translation>
    </message>
    <message>
        <source>Ärenden lästes in ur en e-tjänst</source>
        <translation>Cases were read in from an e-service</translation>
    </message>
    <message>
        <source>Återkoppling besvarades</source>
        <translation>Feedback answered</translation>
    </message>
    <message>
        <source>Återkoppling skickades</source>
        <translation>Feedback sent</translation>
    </message>
    <message>
        <source>Återlämnad uppgift löstes</source>
        <translation>Handed-back task resolved</translation>
    </message>
    <message>
        <source>Återuppringning avbokades</source>
        <translation>A call-back was cancelled</translation>
    </message>
    <message>
        <source>Återuppringning blev klar</source>
        <translation>A call-back was done</translation>
    </message>
    <message>
        <source>Återuppringning fick ett annat nummer</source>
        <translation>A call-back got another number</translation>
    </message>
    <message>
        <source>Återuppringning flyttades</source>
        <translation>A call-back was moved</translation>
    </message>
    <message>
        <source>Återuppringning släpptes</source>
        <translation>A call-back was released</translation>
    </message>
    <message>
        <source>Återuppringning togs</source>
        <translation>A call-back was taken</translation>
    </message>
    <message>
        <source>Återuppringning utan svar</source>
        <translation>A call-back without answer</translation>
    </message>
    <message>
        <source>Återuppringningar kom tillbaka från teleQ</source>
        <translation>Call-backs came back from teleQ</translation>
    </message>
    <message>
        <source>Återuppringningar lämnades till teleQ</source>
        <translation>Call-backs were handed to teleQ</translation>
    </message>
    <message>
        <source>Åtkomst bedömdes</source>
        <translation>Access judged</translation>
    </message>
</context>
<context>
    <name>ways</name>
    <message>
        <source>Be chefläkaren besluta om vårdskadan först</source>
        <translation>Ask the chief medical officer to decide about the care injury first</translation>
    </message>
    <message>
        <source>Be den som har samtalet att lämna över det.</source>
        <translation>Ask whoever has the call to hand it over.</translation>
    </message>
    <message>
        <source>Den gamla tiden står kvar. Välj en annan ny tid om det behövs.</source>
        <translation>The old time stands. Choose another new time if needed.</translation>
    </message>
    <message>
        <source>En kollega hann före. Skriv det, så är det klart.</source>
        <translation>A colleague was first. Write so, and it is done.</translation>
    </message>
    <message>
        <source>En kollega hann före. Ta nästa på listan</source>
        <translation>A colleague was first. Take the next on the list</translation>
    </message>
    <message>
        <source>En kollega har lagt till enheten. Ändra det kortet</source>
        <translation>A colleague has added the unit. Change that card</translation>
    </message>
    <message>
        <source>En kollega ringer. Ta nästa på listan</source>
        <translation>A colleague is calling. Take the next on the list</translation>
    </message>
    <message>
        <source>Fortsätt på utkastet som finns</source>
        <translation>Go on with the draft that there is</translation>
    </message>
    <message>
        <source>Ge ärendet till någon annan</source>
        <translation>Give the case to somebody else</translation>
    </message>
    <message>
        <source>Kortet väntar redan på en kollega. Öppna det, och ta tillbaka det först.</source>
        <translation>The card already waits for a colleague. Open it, and take it back first.</translation>
    </message>
    <message>
        <source>Ledigt i stället: {times}</source>
        <translation>Free instead: {times}</translation>
    </message>
    <message>
        <source>Lägg in jourpasset på en annan plats i ordningen.</source>
        <translation>Put the turn on call in another place in the order.</translation>
    </message>
    <message>
        <source>Lägg till frasen igen, med en annan kod</source>
        <translation>Add the snippet again, with another code</translation>
    </message>
    <message>
        <source>Lägg upp operatören med ett annat användarnamn</source>
        <translation>Add the operator with another user name</translation>
    </message>
    <message>
        <source>Prova reglerna igen: katalogen är ändrad sedan dess</source>
        <translation>Try the rules again: the directory has changed since then</translation>
    </message>
    <message>
        <source>Ring patienten: den gamla tiden gäller fortfarande.</source>
        <translation>Call the patient: the old time still stands.</translation>
    </message>
    <message>
        <source>Ring patienten: löftet gäller inte. Ge en annan plats.</source>
        <translation>Call the patient: the promise does not hold. Give another place.</translation>
    </message>
    <message>
        <source>Ring patienten: någon annan fick tiden. Be om ursäkt.</source>
        <translation>Call the patient: somebody else got the time. Apologize.</translation>
    </message>
    <message>
        <source>Ring patienten: tiden är inte bokad. Boka en annan.</source>
        <translation>Call the patient: the time is not booked. Book another.</translation>
    </message>
    <message>
        <source>Se hur enheten är nu</source>
        <translation>See how the unit is now</translation>
    </message>
    <message>
        <source>Se hur frasen är nu</source>
        <translation>See how the snippet is now</translation>
    </message>
    <message>
        <source>Se hur jourlistan är nu</source>
        <translation>See how the on-call roster is now</translation>
    </message>
    <message>
        <source>Se hur kortet är nu, och ändra det igen</source>
        <translation>See how the card is now, and change it again</translation>
    </message>
    <message>
        <source>Se hur kön är nu, och ändra den igen om det behövs</source>
        <translation>See how the queue is now, and change it again if needed</translation>
    </message>
    <message>
        <source>Se hur operatören är nu</source>
        <translation>See how the operator is now</translation>
    </message>
    <message>
        <source>Se hur raden är nu, och ändra den igen</source>
        <translation>See how the row is now, and change it again</translation>
    </message>
    <message>
        <source>Se hur reglerna är nu</source>
        <translation>See how the rules are now</translation>
    </message>
    <message>
        <source>Se hur schemat är nu, och ändra det igen</source>
        <translation>See how the roster is now, and change it again</translation>
    </message>
    <message>
        <source>Se hur ämnet är formulerat nu, och ändra det igen om det behövs</source>
        <translation>See how the topic is worded now, and change it again if needed</translation>
    </message>
    <message>
        <source>Se hur ärendet är nu</source>
        <translation>See how the case is now</translation>
    </message>
    <message>
        <source>Se hur återuppringningen är nu</source>
        <translation>See how the call-back is now</translation>
    </message>
    <message>
        <source>Se vad samtalet ledde till</source>
        <translation>See what the call led to</translation>
    </message>
    <message>
        <source>Se vad som gäller nu, och gör om det om det behövs.</source>
        <translation>See what holds now, and do it again if needed.</translation>
    </message>
    <message>
        <source>Se vad som gäller nu, och publicera igen</source>
        <translation>See what holds now, and publish again</translation>
    </message>
    <message>
        <source>Se vilka enheter som finns, och läs in filen igen</source>
        <translation>See which units there are, and import the file again</translation>
    </message>
    <message>
        <source>Se vilka fraser som finns, och läs in filen igen</source>
        <translation>See which snippets there are, and import the file again</translation>
    </message>
    <message>
        <source>Se vilka innehållspaket som gäller nu</source>
        <translation>See which content packs are in force now</translation>
    </message>
    <message>
        <source>Se vilka köer som är stängda nu</source>
        <translation>See which queues are closed now</translation>
    </message>
    <message>
        <source>Se vilka mål och mätningar som gäller nu</source>
        <translation>See which targets and measurements are in force now</translation>
    </message>
    <message>
        <source>Se vilka omdirigeringar som gäller, och omdirigera på nytt</source>
        <translation>See which redirects are in force, and redirect again</translation>
    </message>
    <message>
        <source>Se vilka rader som finns, och läs in filen igen</source>
        <translation>See which rows there are, and read the file in again</translation>
    </message>
    <message>
        <source>Se vilka regler för avbokning som gäller nu</source>
        <translation>See which rules for cancelling are in force now</translation>
    </message>
    <message>
        <source>Se vilka tider som är lediga nu</source>
        <translation>See which times are free now</translation>
    </message>
    <message>
        <source>Se vilka villkor som gäller nu</source>
        <translation>See which terms are in force now</translation>
    </message>
    <message>
        <source>Se vilket läge som gäller nu</source>
        <translation>See which mode holds now</translation>
    </message>
    <message>
        <source>Sök enheten: en kollega kan ha lagt till den</source>
        <translation>Search for the unit: a colleague may have added it</translation>
    </message>
    <message>
        <source>Ta nästa kort som väntar på dig</source>
        <translation>Take the next card that waits for you</translation>
    </message>
    <message>
        <source>Ärendet är öppet. Läs det som är nytt, och avsluta igen</source>
        <translation>The case is open. Read what is new, and end it again</translation>
    </message>
    <message>
        <source>Öppna enhetens kort, och ändra det som det är nu</source>
        <translation>Open the unit&apos;s card, and change it as it is now</translation>
    </message>
    <message>
        <source>Öppna kortet, och lämna över det till någon annan.</source>
        <translation>Open the card, and hand it over to somebody else.</translation>
    </message>
    <message>
        <source>Öppna personen, se vad som gäller nu och gör om det om det behövs.</source>
        <translation>Open the person, see what holds now, and do it again if needed.</translation>
    </message>
    <message>
        <source>Öppna utkastet, och ändra det som det är nu</source>
        <translation>Open the draft, and change it as it is now</translation>
    </message>
    <message>
        <source>Öppna ärendet, och välj mellan de två uppgifterna först</source>
        <translation>Open the case, and choose between the two values first</translation>
    </message>
</context>
</TS>
