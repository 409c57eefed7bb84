/**
 * Countries with the words that stand for them: people and adjective, capital and seat of power, short forms.
 * One line a country; the first word is its own name, behind the semicolon stand its cities and houses of power.
 */
const table = `
United States|US|USA|U.S.|U.S.A.|America|American|Americans;Washington|White House|Pentagon
United Kingdom|UK|U.K.|Britain|British|Britons|Briton|Great Britain|England|English;London|Downing Street
Russia|Russian|Russians|Russian Federation;Moscow|Kremlin
Ukraine|Ukrainian|Ukrainians;Kyiv|Kiev
China|Chinese|People's Republic of China;Beijing
France|French|Frenchman|Frenchwoman;Paris|Elysee
Germany|German|Germans;Berlin
Israel|Israeli|Israelis;Jerusalem|Tel Aviv|Knesset
Iran|Iranian|Iranians;Tehran
Iraq|Iraqi|Iraqis;Baghdad
Syria|Syrian|Syrians;Damascus
Turkey|Turkish|Turks|Turk|Türkiye;Ankara
Hungary|Hungarian|Hungarians;Budapest
Austria|Austrian|Austrians;Vienna
Poland|Polish|Poles|Pole;Warsaw
Italy|Italian|Italians;Rome
Spain|Spanish|Spaniards|Spaniard;Madrid
Portugal|Portuguese;Lisbon
Greece|Greek|Greeks;Athens
Netherlands|Dutch|Dutchman|Dutchwoman|Holland;The Hague|Amsterdam
Belgium|Belgian|Belgians;Brussels
Switzerland|Swiss;Bern
Sweden|Swedish|Swedes|Swede;Stockholm
Norway|Norwegian|Norwegians;Oslo
Denmark|Danish|Danes|Dane;Copenhagen
Finland|Finnish|Finns|Finn;Helsinki
Ireland|Irish|Irishman|Irishwoman;Dublin
Czech Republic|Czech|Czechs|Czechia;Prague
Slovakia|Slovak|Slovaks;Bratislava
Romania|Romanian|Romanians;Bucharest
Bulgaria|Bulgarian|Bulgarians;Sofia
Serbia|Serbian|Serbs|Serb;Belgrade
Croatia|Croatian|Croats|Croat;Zagreb
Belarus|Belarusian|Belarusians;Minsk
Georgia|Georgian|Georgians;Tbilisi
Japan|Japanese;Tokyo
South Korea|South Korean|South Koreans;Seoul
North Korea|North Korean|North Koreans|DPRK;Pyongyang
India|Indian|Indians;New Delhi|Delhi
Pakistan|Pakistani|Pakistanis;Islamabad
Afghanistan|Afghan|Afghans;Kabul
Bangladesh|Bangladeshi;Dhaka
Indonesia|Indonesian;Jakarta
Australia|Australian|Australians;Canberra
New Zealand|New Zealander|New Zealanders;Wellington
Canada|Canadian|Canadians;Ottawa
Mexico|Mexican|Mexicans;Mexico City
Brazil|Brazilian|Brazilians;Brasilia
Argentina|Argentine|Argentinian|Argentines;Buenos Aires
Chile|Chilean|Chileans;Santiago
Colombia|Colombian|Colombians;Bogota
Venezuela|Venezuelan|Venezuelans;Caracas
Cuba|Cuban|Cubans;Havana
Egypt|Egyptian|Egyptians;Cairo
South Africa|South African|South Africans;Pretoria
Nigeria|Nigerian|Nigerians;Abuja
Kenya|Kenyan|Kenyans;Nairobi
Ethiopia|Ethiopian|Ethiopians;Addis Ababa
Sudan|Sudanese;Khartoum
Libya|Libyan|Libyans;Tripoli
Saudi Arabia|Saudi|Saudis;Riyadh
Qatar|Qatari|Qataris;Doha
Yemen|Yemeni|Yemenis;Sanaa
Lebanon|Lebanese;Beirut
Jordan|Jordanian|Jordanians;Amman
Gaza|Gazan|Gazans|Gaza Strip
Palestine|Palestinian|Palestinians|West Bank;Ramallah
European Union|EU|E.U.|Europe|European;Brussels
United Nations|UN|U.N.
NATO|North Atlantic Treaty Organization|Nato
Middle East|Middle Eastern|West Asia
`;

const countries: ReadonlyMap<string, readonly string[]> = countriesByAlias();

function countriesByAlias(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of table.trim().split('\n')) {
    const aliases = line.split(/[|;]/);
    const own = aliases[0] ?? '';
    for (const alias of aliases) found.set(alias, [...(found.get(alias) ?? []), own]);
  }
  return found;
}

const seats: ReadonlySet<string> = new Set(
  table
    .trim()
    .split('\n')
    .flatMap(line => line.split(';')[1]?.split('|') ?? []),
);

/** Whether the name is a city or house that stands for its country's government. */
export function isSeat(name: string): boolean {
  return seats.has(name);
}

/** Every word that stands for the countries a name stands for, itself included; none for other names. */
export function aliasesOf(name: string): readonly string[] {
  const own = countriesOf(name);
  if (own.length === 0) return [];
  return [...countries].flatMap(([alias, found]) => (found.some(c => own.includes(c)) ? [alias] : []));
}

/** The countries a name stands for: "Kyiv" and "Ukrainian" both give Ukraine; none for other names. */
export function countriesOf(name: string): readonly string[] {
  return countries.get(name) ?? [];
}
