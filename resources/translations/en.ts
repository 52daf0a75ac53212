<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="sv">
<context>
    <name>CallCard</name>
    <message>
        <source>Ange först vem samtalet gäller.</source>
        <translation>First enter whom the call is about.</translation>
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
        <source>Anteckningens läge</source>
        <translation>State of the note</translation>
    </message>
    <message>
        <source>Avsluta</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Fyll i fältet innan du signerar.</source>
        <translation>Fill in this field before you sign.</translation>
    </message>
    <message>
        <source>Inte sparad</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Ny anteckning</source>
        <translation>New note</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Rätta</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Rättas</source>
        <translation>Being corrected</translation>
    </message>
    <message>
        <source>Signera</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Signerad</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Print</translation>
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
        <source>Sparad, osignerad</source>
        <translation>Saved, unsigned</translation>
    </message>
    <message>
        <source>Välj vad samtalet ledde till.</source>
        <translation>Choose what came of the call.</translation>
    </message>
    <message>
        <source>Ändrad, inte sparad</source>
        <translation>Changed, not saved</translation>
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
        <source>Lägg på</source>
        <translation>Hang up</translation>
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
    <name>CardsPage</name>
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
        <source>Öppna samtal</source>
        <translation>Open calls</translation>
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
        <source>Varför rättas anteckningen?</source>
        <translation>Why is the note corrected?</translation>
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
    <name>LeaveDialog</name>
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
        <source>Om du loggar ut nu försvinner den.</source>
        <translation>If you sign out now it is lost.</translation>
    </message>
    <message>
        <source>Om du stänger programmet nu försvinner den.</source>
        <translation>If you close the program now it is lost.</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Här visas samtalen när telefonen har ringt.</source>
        <translation>Calls are shown here when the telephone has rung.</translation>
    </message>
    <message>
        <source>Inga samtal än</source>
        <translation>No calls yet</translation>
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
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Nytt samtal</source>
        <translation>New call</translation>
    </message>
    <message>
        <source>Samtal</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Väntade</source>
        <translation>Waited</translation>
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
        <source>Enhet</source>
        <translation>Unit</translation>
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
        <source>Kontaktorsak</source>
        <translation>Contact reason</translation>
    </message>
    <message>
        <source>Råd och information</source>
        <translation>Advice and information</translation>
    </message>
    <message>
        <source>Råd som gavs, och när den som ringer ska höra av sig igen</source>
        <translation>Advice given, and when the caller should call again</translation>
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
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>Anteckning</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>NoteView</name>
    <message>
        <source>Anteckning</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Bakgrund</source>
        <translation>Background</translation>
    </message>
    <message>
        <source>Bedömning</source>
        <translation>Assessment</translation>
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
        <source>Kontaktorsak</source>
        <translation>Contact reason</translation>
    </message>
    <message>
        <source>Råd och information</source>
        <translation>Advice and information</translation>
    </message>
    <message>
        <source>Symtom och anamnes</source>
        <translation>Symptoms and history</translation>
    </message>
    <message>
        <source>Uppgiftslämnare</source>
        <translation>Informant</translation>
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
    <name>Notices</name>
    <message>
        <source>Meddelanden</source>
        <translation>Messages</translation>
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
        <source>Samtalet har ingen anteckning. Vad ledde det till?</source>
        <translation>The call has no note. What did it lead to?</translation>
    </message>
    <message>
        <source>Samtalet ledde till</source>
        <translation>The call led to</translation>
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
    <name>PastNote</name>
    <message>
        <source>Osignerad</source>
        <translation>Unsigned</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>Byt</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Byt patient</source>
        <translation>Change patient</translation>
    </message>
    <message>
        <source>Inga tidigare anteckningar</source>
        <translation>No earlier notes</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Personen har inte journalförts här förut.</source>
        <translation>The person has no record here yet.</translation>
    </message>
    <message>
        <source>SKYDDADE PERSONUPPGIFTER – lämna inte ut några uppgifter</source>
        <translation>PROTECTED IDENTITY – do not disclose anything</translation>
    </message>
    <message>
        <source>Tidigare anteckningar</source>
        <translation>Earlier notes</translation>
    </message>
    <message>
        <source>och {count} äldre</source>
        <translation>and {count} older</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
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
        <source>Skriv ut anteckningen</source>
        <translation>Print the note</translation>
    </message>
    <message>
        <source>Skriv vem som får utskriften.</source>
        <translation>Enter who receives the print.</translation>
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
        <source>Till exempel: Akutkliniken, eller patienten själv</source>
        <translation>For example: Akutkliniken, or the patient</translation>
    </message>
    <message>
        <source>Utskriften loggas med mottagare, tid och ditt namn.</source>
        <translation>The print is logged with recipient, time and your name.</translation>
    </message>
    <message>
        <source>Utskriften är skickad.</source>
        <translation>The print has been sent.</translation>
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
        <source>Samtal registreras för hand</source>
        <translation>Calls are registered by hand</translation>
    </message>
    <message>
        <source>Växeln svarar</source>
        <translation>The exchange answers</translation>
    </message>
    <message>
        <source>Växeln svarar inte</source>
        <translation>The exchange does not answer</translation>
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
    <name>WhoPanel</name>
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
        <source>Tidigare samtal från numret</source>
        <translation>Earlier calls from this number</translation>
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
    <name>Workstation</name>
    <message>
        <source>Din roll har ingen egen sida.</source>
        <translation>Your role has no page of its own.</translation>
    </message>
    <message>
        <source>Inget att göra här än</source>
        <translation>Nothing to do here yet</translation>
    </message>
    <message>
        <source>Logga ut</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Något gick fel i programmet. Felet är antecknat med nummer {number}.</source>
        <translation>Something went wrong in the program. The error is noted with number {number}.</translation>
    </message>
    <message>
        <source>Operatörer</source>
        <translation>Operators</translation>
    </message>
    <message>
        <source>Samtal</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Samtalskort</source>
        <translation>Call cards</translation>
    </message>
    <message>
        <source>Spara eller avsluta samtalet innan du loggar ut.</source>
        <translation>Save or finish the call before you sign out.</translation>
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
    <message>
        <source>Utseende</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Vila</source>
        <translation>Rest</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Retur</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Administratör</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Anhörig</source>
        <translation>Relative</translation>
    </message>
    <message>
        <source>Annan närstående</source>
        <translation>Other close person</translation>
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
        <source>Avbrutet i kö</source>
        <translation>Abandoned</translation>
    </message>
    <message>
        <source>Efterarbete</source>
        <translation>Wrap-up</translation>
    </message>
    <message>
        <source>Förmyndare</source>
        <translation>Legal guardian</translation>
    </message>
    <message>
        <source>Förvaltare</source>
        <translation>Legal administrator</translation>
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
        <source>Interimsnummer: ingen nationell identitet.</source>
        <translation>Interim number: no national identity.</translation>
    </message>
    <message>
        <source>Klart</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kommunal personal</source>
        <translation>Municipal staff</translation>
    </message>
    <message>
        <source>Kontrollsiffran är inte kontrollerad.</source>
        <translation>The check digit has not been verified.</translation>
    </message>
    <message>
        <source>LMA-nummer</source>
        <translation>LMA number</translation>
    </message>
    <message>
        <source>Logggranskare</source>
        <translation>Log reviewer</translation>
    </message>
    <message>
        <source>Lokalt reservnummer</source>
        <translation>Local reserve number</translation>
    </message>
    <message>
        <source>Medicinskt ledningsansvarig</source>
        <translation>Medical lead</translation>
    </message>
    <message>
        <source>Nationellt reservnummer</source>
        <translation>National reserve number</translation>
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
        <source>Parkerat</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>Patienten själv</source>
        <translation>The patient</translation>
    </message>
    <message>
        <source>Personnummer</source>
        <translation>Personal identity number</translation>
    </message>
    <message>
        <source>Pågår</source>
        <translation>In progress</translation>
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
        <source>Ringer</source>
        <translation>Ringing</translation>
    </message>
    <message>
        <source>SOS Alarm</source>
        <translation>SOS Alarm</translation>
    </message>
    <message>
        <source>Samordningsnummer</source>
        <translation>Coordination number</translation>
    </message>
    <message>
        <source>Servicehandläggare</source>
        <translation>Service desk officer</translation>
    </message>
    <message>
        <source>Tecknet mellan siffrorna stämmer inte med åldern.</source>
        <translation>The sign between the digits does not agree with the age.</translation>
    </message>
    <message>
        <source>Telefonsjuksköterska</source>
        <translation>Telephone nurse</translation>
    </message>
    <message>
        <source>Växeltelefonist</source>
        <translation>Switchboard operator</translation>
    </message>
    <message>
        <source>Vårdnadshavare</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>Vårdpersonal</source>
        <translation>Care staff</translation>
    </message>
    <message>
        <source>kvinna</source>
        <translation>woman</translation>
    </message>
    <message>
        <source>man</source>
        <translation>man</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>Dolt nummer</source>
        <translation>Withheld number</translation>
    </message>
    <message>
        <source>Utan nummer</source>
        <translation>Without number</translation>
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
    <name>texts</name>
    <message>
        <source>Allt är sparat, men inte i reservkopian bredvid. Det rättas automatiskt.</source>
        <translation>Everything is saved, but not in the copy beside it. This is repaired automatically.</translation>
    </message>
    <message>
        <source>Anteckningen finns inte.</source>
        <translation>There is no such note.</translation>
    </message>
    <message>
        <source>Anteckningen har fått en nyare version. Öppna den igen.</source>
        <translation>The note has a newer version. Open it again.</translation>
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
        <source>Bara den som skrev anteckningen får ändra eller signera den.</source>
        <translation>Only its author may change or sign the note.</translation>
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
        <source>Den enda administratören kan inte tas bort. Utse en till först.</source>
        <translation>The only administrator cannot be removed. Appoint another first.</translation>
    </message>
    <message>
        <source>Det finns redan en administratör.</source>
        <translation>There is an administrator already.</translation>
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
        <source>Det är ett organisationsnummer, inte en person.</source>
        <translation>That is an organisation&apos;s number, not a person&apos;s.</translation>
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
        <source>Din roll får inte göra det här.</source>
        <translation>Your role may not do this.</translation>
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
        <source>En nyckelring som inte är operativsystemets har valts. Den används inte.</source>
        <translation>A keyring that is not the operating system&apos;s was chosen. It is not used.</translation>
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
        <source>Ett användarnamn har 2–40 bokstäver, siffror, punkter eller bindestreck.</source>
        <translation>A user name has 2–40 letters, digits, dots or hyphens.</translation>
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
        <source>Filen kunde inte sparas där. Välj en annan plats.</source>
        <translation>The file could not be saved there. Choose another place.</translation>
    </message>
    <message>
        <source>Fyll i fältet innan du signerar.</source>
        <translation>Fill in this field before you sign.</translation>
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
        <source>Hemligheten är ingen rad text.</source>
        <translation>The secret is no line of text.</translation>
    </message>
    <message>
        <source>Händelse {n} i reservkopian gick inte att göra om.</source>
        <translation>Operation {n} in the copy could not be done again.</translation>
    </message>
    <message>
        <source>Ingen är inloggad här.</source>
        <translation>Nobody is signed in here.</translation>
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
        <source>Koden finns inte i kodverket.</source>
        <translation>The code is not in the code set.</translation>
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
        <source>Personen finns inte.</source>
        <translation>There is no such person.</translation>
    </message>
    <message>
        <source>Personen finns redan registrerad.</source>
        <translation>The person is registered already.</translation>
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
        <source>Reservkopian går inte att läsa.</source>
        <translation>The copy cannot be read.</translation>
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
        <source>Sista siffran stämmer inte med de andra. Någon siffra är fel.</source>
        <translation>The last digit does not fit the others. One of them is wrong.</translation>
    </message>
    <message>
        <source>Skriv ett namn med högst 100 vanliga tecken.</source>
        <translation>Enter a name of at most 100 ordinary characters.</translation>
    </message>
    <message>
        <source>Skriv numret med riktnummer.</source>
        <translation>Enter the number with its area code.</translation>
    </message>
    <message>
        <source>Skriv tio eller tolv siffror, till exempel 850709-9805.</source>
        <translation>Enter ten or twelve digits, such as 850709-9805.</translation>
    </message>
    <message>
        <source>Skriv varför anteckningen rättas.</source>
        <translation>Say why the note is corrected.</translation>
    </message>
    <message>
        <source>Skriv vem som får utskriften.</source>
        <translation>Enter who receives the print.</translation>
    </message>
    <message>
        <source>Skrivaren tog inte emot utskriften. Välj en annan eller spara som PDF.</source>
        <translation>The printer did not take the print. Choose another, or save it as a PDF.</translation>
    </message>
    <message>
        <source>Skrivbordet är låst. Lås upp först.</source>
        <translation>The desk is locked. Unlock it first.</translation>
    </message>
    <message>
        <source>Telefonen styrs för hand: lyft, parkera eller lägg på luren själv.</source>
        <translation>The telephone is worked by hand: lift, hold or lay down the handset yourself.</translation>
    </message>
    <message>
        <source>Texten är för lång eller har tecken som inte kan sparas.</source>
        <translation>The text is too long or has characters that cannot be kept.</translation>
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
        <source>Växeln sade nej. Använd telefonen för hand.</source>
        <translation>The exchange said no. Use the telephone by hand.</translation>
    </message>
    <message>
        <source>Växeln svarar inte. Använd telefonen för hand.</source>
        <translation>The exchange does not answer. Use the telephone by hand.</translation>
    </message>
    <message>
        <source>{operations} händelser och {accesses} loggposter går inte att få tillbaka. En administratör behöver godta det med kommandot restore.</source>
        <translation>{operations} operations and {accesses} log records cannot be brought back. An administrator has to accept that with the command restore.</translation>
    </message>
</context>
</TS>
