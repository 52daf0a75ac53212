; Inno Setup: the Windows installer.  NOT TRIED YET: written from the documentation, never run.
;
;   python -m PyInstaller --noconfirm packaging\kundcenter.spec
;   iscc /DVersion=0.1.0 packaging\kundcenter.iss

[Setup]
AppId={{7C1B7E52-4B0E-4F0B-9B53-0A6F6C1D2E11}
AppName=Kundcenter
AppVersion={#Version}
DefaultDirName={autopf}\Kundcenter
DefaultGroupName=Kundcenter
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible arm64
ArchitecturesInstallIn64BitMode=x64compatible arm64
OutputDir=..\dist
OutputBaseFilename=kundcenter-{#Version}-setup
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes

[Languages]
Name: "sv"; MessagesFile: "compiler:Languages\Swedish.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\dist\kundcenter\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Kundcenter"; Filename: "{app}\kundcenter.exe"
Name: "{autodesktop}\Kundcenter"; Filename: "{app}\kundcenter.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\kundcenter"; ValueType: string; ValueData: "URL:Kundcenter"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\kundcenter"; ValueName: "URL Protocol"; ValueType: string; ValueData: ""
Root: HKA; Subkey: "Software\Classes\kundcenter\shell\open\command"; ValueType: string; ValueData: """{app}\kundcenter.exe"" open ""%1"""
Root: HKA; Subkey: "Software\Classes\kundcenter.tel"; ValueType: string; ValueData: "URL:Kundcenter tel"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\kundcenter.tel"; ValueName: "URL Protocol"; ValueType: string; ValueData: ""
Root: HKA; Subkey: "Software\Classes\kundcenter.tel\shell\open\command"; ValueType: string; ValueData: """{app}\kundcenter.exe"" open ""%1"""
Root: HKA; Subkey: "Software\Kundcenter\Capabilities"; ValueName: "ApplicationName"; ValueType: string; ValueData: "Kundcenter"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Kundcenter\Capabilities\URLAssociations"; ValueName: "tel"; ValueType: string; ValueData: "kundcenter.tel"
Root: HKA; Subkey: "Software\RegisteredApplications"; ValueName: "Kundcenter"; ValueType: string; ValueData: "Software\Kundcenter\Capabilities"; Flags: uninsdeletevalue
