import type { Db } from "@/db/client";
import { communes, streets } from "@/db/schema";
import { wordsOf } from "@/lib/territory/model";

/** Written by hand: a few streets of the main communes, so that the address search works on its own. */
const STREETS: readonly (readonly [insee: string, postalCode: string, names: string])[] = [
  [
    "69029",
    "69500",
    `rue de la Marne; rue de la Marseillaise; avenue Franklin Roosevelt; avenue Camille Rousset; rue Lionel Terray;
    avenue Pierre Brossolette; avenue Pierre Mendès-France; boulevard Pinel; route de Genas; rue Guillermin;
    avenue du 8 Mai 1945; avenue Général de Gaulle; rue Hélène Boucher; rue Paul Pic; rue Christian Lacouture;
    place de la Liberté; place Curial; rue Jean Voillot; rue Jules Védrines; avenue Édouard Herriot;
    avenue Jean Mermoz; rue Antoine de Saint-Exupéry; rue des Essarts; rue de la Pagère; square Grimma;
    rue Émile Bender; rue de Verdun; rue Alsace-Lorraine; rue Albert Camus; rue du Lycée; place de Weingarten;
    avenue Maryse Bastié`,
  ],
  [
    "69256",
    "69120",
    `rue de la République; avenue Gabriel Péri; avenue Paul Marcellin; rue Émile Zola; place de la Nation;
    avenue Roger Salengro; rue Maurice Audin; rue Lesire; avenue Georges Dimitrov; rue Alexandre Dumas;
    chemin de la Ferme; avenue Salvador Allende; avenue d’Orcha; rue Condorcet; avenue du 8 Mai 1945;
    rue Robert Desnos; chemin du Grand Bois; avenue Thomas Edison; rue Jean Jaurès; place Gilbert Boissier;
    avenue Jean Moulin; rue Louis Duclos; rue Franklin; avenue des Canuts; rue de la Soie; allée du Textile`,
  ],
  [
    "69072",
    "69570",
    `avenue de Verdun; chemin de la Liasse; place Bayère; chemin du Bois de Serres; route de la Tour de Salvagny;
    chemin des Gorges; avenue de la Porte de Lyon; chemin du Moulin Carron; rue de la Poste; chemin de l’Église;
    chemin des Panettes; chemin du Dodin; rue du 19 Mars 1962; chemin des Cuers; esplanade de la Poste`,
  ],
  [
    "69149",
    "69600",
    `Grande Rue; rue de la République; boulevard Émile Zola; rue Charton; rue Orsel; rue Parmentier;
    avenue Jean Jaurès; rue du Perron; rue Pierre Sémard; rue Narcisse Bertholey; place Anatole France;
    rue Jacquard; rue de la Camille; rue Diderot; avenue Edmond Locard; boulevard de l’Yzeron; rue Tupin`,
  ],
  [
    "69149",
    "69310",
    `rue du 8 Mai 1945; avenue de Haute Roche; boulevard de l’Europe; rue Ampère; rue Voltaire;
    chemin de la Gravière; place Jean Jaurès; rue Roger Salengro; rue Henri Barbusse; avenue des Martyrs`,
  ],
  [
    "69381",
    "69001",
    `rue de la République; place des Terreaux; montée de la Grande Côte; rue des Capucins; rue Burdeau;
    boulevard de la Croix-Rousse; place Sathonay; rue Terme; quai Saint-Vincent; place Louis Pradel`,
  ],
  [
    "69382",
    "69002",
    `place Bellecour; rue Victor Hugo; cours Charlemagne; rue de la Charité; cours de Verdun; quai Perrache;
    rue Mercière; place Carnot; rue du Président Édouard Herriot; cours Suchet; quai Rambaud; place des Jacobins`,
  ],
  [
    "69383",
    "69003",
    `rue de la Marne; rue du Lac; rue Garibaldi; cours Lafayette; avenue Lacassagne; rue Moncey; rue Paul Bert;
    avenue Georges Pompidou; boulevard Marius Vivier-Merle; cours Gambetta; rue de Bonnel; place Guichard;
    avenue Félix Faure; cours Albert Thomas; cours Docteur Long; rue Servient`,
  ],
  [
    "69384",
    "69004",
    `Grande Rue de la Croix-Rousse; place de la Croix-Rousse; rue de Belfort; boulevard des Canuts;
    rue Hénon; rue d’Ivry; quai Gillet; cours d’Herbouville; rue Philippe de Lassalle`,
  ],
  [
    "69385",
    "69005",
    `rue Saint-Jean; montée du Gourguillon; rue du Commandant Charcot; avenue du Point du Jour; quai Romain Rolland;
    rue de Trion; place Saint-Jean; montée Saint-Barthélemy; rue Joliot-Curie; rue Pierre Audry`,
  ],
  [
    "69386",
    "69006",
    `cours Franklin Roosevelt; rue Vendôme; boulevard des Belges; cours Vitton; rue Duguesclin; rue de Sèze;
    avenue de Saxe; place Maréchal Lyautey; rue Tronchet; rue Bugeaud; rue Boileau; quai Charles de Gaulle`,
  ],
  [
    "69387",
    "69007",
    `avenue Jean Jaurès; rue de Marseille; Grande Rue de la Guillotière; avenue Berthelot; boulevard Yves Farge;
    rue Pasteur; place Jean Macé; rue de Gerland; avenue Tony Garnier; cours Gambetta; rue Félix Brun; rue Jaboulay`,
  ],
  [
    "69388",
    "69008",
    `avenue des Frères Lumière; boulevard des États-Unis; rue Bataille; avenue Paul Santy; rue Marius Berliet;
    place Ambroise Courtois; avenue Jean Mermoz; rue du Professeur Beauvisage; route de Vienne; rue Laënnec`,
  ],
  [
    "69389",
    "69009",
    `rue de Bourgogne; Grande Rue de Vaise; rue Marietton; quai Paul Sédallian; avenue du Plateau;
    place Valmy; rue Sergent Michel Berthet; quai Arloing; avenue Ben Gourion; boulevard de la Duchère`,
  ],
  [
    "69266",
    "69100",
    `cours Émile Zola; avenue Henri Barbusse; rue de la République; place Lazare Goujon; cours Tolstoï;
    rue Francis de Pressensé; avenue Roger Salengro; rue du 4 Août 1789; boulevard du 11 Novembre 1918;
    rue Anatole France; place Grandclément; rue Léon Blum; route de Genas; rue Jean Jaurès; avenue Albert Einstein;
    rue des Charmettes; rue Château Gaillard; cours de la République; avenue Condorcet; place Wilson`,
  ],
  [
    "69259",
    "69200",
    `avenue Jean Jaurès; rue Gambetta; place Léon Sublet; boulevard Ambroise Croizat; avenue Marcel Houël;
    rue Paul Bert; avenue de la République; rue de la Commune de Paris; avenue Jules Guesde; rue Ernest Renan;
    avenue Pierre Sémard; boulevard Irène Joliot-Curie; rue Gaspard Picard`,
  ],
  [
    "69290",
    "69800",
    `place Charles Ottina; rue Henri Maréchal; rue Aristide Briand; avenue Jean Jaurès; boulevard Édouard Herriot;
    rue Juliette Récamier; avenue Georges Pompidou; rue Maurice Ravel; route d’Heyrieux; rue Mozart`,
  ],
  [
    "69034",
    "69300",
    `avenue Général de Gaulle; montée des Soldats; rue Jean Moulin; place Docteur Frédéric Dugoujon; rue Coste;
    avenue Fleming; chemin de Crépieux; rue Pierre Brunier; grande rue de Saint-Clair; avenue Pasteur`,
  ],
  [
    "69286",
    "69140",
    `avenue de l’Europe; rue Ampère; route de Strasbourg; rue du Bottet; avenue de l’Hippodrome; rue Auguste Renoir;
    avenue Général Leclerc; rue Fleury Salignat; boulevard de Lattre de Tassigny`,
  ],
  [
    "69275",
    "69150",
    `avenue Jean Jaurès; rue de la République; place Roger Salengro; rue Émile Zola; rue Paul Bert;
    avenue Franklin Roosevelt; chemin du Montout; rue Nansen; rue Sully`,
  ],
  [
    "69282",
    "69330",
    `rue de la République; avenue du Carreau; rue Joseph Desbois; rue Louis Saulnier; avenue de Verdun;
    boulevard Monge; rue Gambetta; avenue de France; rue du 8 Mai 1945`,
  ],
  [
    "69244",
    "69160",
    `avenue Charles de Gaulle; avenue Victor Hugo; place Pierre Vauboin; avenue de la République;
    chemin de l’Aigas; avenue Maréchal Foch; promenade des Tuileries; rue Joliot-Curie`,
  ],
  [
    "69202",
    "69110",
    `Grande Rue; rue Deshay; avenue Maréchal Foch; boulevard Baron du Marais; chemin des Fonts; avenue Paul Dailly;
    avenue de Limburg; rue Sainte-Barbe`,
  ],
  [
    "69081",
    "69130",
    "avenue Guy de Collongue; avenue Veyssière; chemin du Trouillat; rue Luizet; place Charles de Gaulle; chemin de Villeneuve; avenue Raymond de Veyssière",
  ],
  [
    "69199",
    "69190",
    "rue Gambetta; avenue Jean Jaurès; rue Carnot; place Roger Salengro; avenue Gabriel Péri; boulevard Lucien Sampaix; rue Anatole France",
  ],
  [
    "69204",
    "69230",
    "avenue Clemenceau; rue Guilloux; place Mathieu Jaboulay; rue des Halles; avenue Charles de Gaulle; route de Brignais; chemin de Beaunant",
  ],
  [
    "69271",
    "69680",
    "rue de la République; route de Lyon; avenue des Frères Montgolfier; chemin de Trève; rue des Roberdières; avenue du Progrès",
  ],
  [
    "69091",
    "69700",
    "rue de la République; place Jean Jaurès; rue Joseph Faure; quai Robichon Malgontier; rue Roger Salengro; avenue Anatole France",
  ],
  [
    "69089",
    "69340",
    "avenue du Chater; Grande Rue; route de la Gare; rue du Robert; chemin du Châter",
  ],
  [
    "69273",
    "69960",
    "avenue de Corbetta; place Charles Jocteur; chemin des Terreaux; avenue du 24 Août 1944; route de Lyon",
  ],
  [
    "69276",
    "69320",
    "rue de la Mairie; place Claudius Béry; rue Thomas; route de Vienne; rue Victor Hugo",
  ],
  [
    "69142",
    "69350",
    "place Leclerc; chemin de Fontanières; avenue Général de Gaulle; quai Jean-Jacques Rousseau; rue Stéphane Déchant",
  ],
];

/** One row per street; in Lyon, of its arrondissement. After the communes, whose names it needs. */
export async function seedStreets(db: Db) {
  const places = await db.select({ insee: communes.insee, name: communes.name }).from(communes);
  const names = new Map(places.map(({ insee, name }) => [insee, name]));
  const rows = STREETS.flatMap(([insee, postalCode, list]) =>
    list.split(/;\s*/).map((name) => ({
      insee,
      postalCode,
      name,
      words: wordsOf(`${name} ${names.get(insee)} ${postalCode}`),
    })),
  );
  await db.insert(streets).values(rows);
}
