import type { ShopifyStore } from "./store.ts";

type Page = { handle: string; title: string; body: string; blog?: string };

/** What Linden & Loom tells its customers, page by page, as Shopify's editor would store it. All of it is invented. */
const pages: Page[] = [
  {
    handle: "shipping",
    title: "Shipping and delivery",
    body: `<h2>Where we ship</h2><p>We ship to all countries of the European Union, to Switzerland, Norway and the United Kingdom. We do not ship overseas.</p>
<h2>How long it takes</h2><p>We pack on working days and hand parcels over to DHL the day after your order. Within Germany a parcel takes two to three working days, within the European Union four to six, to Switzerland, Norway and the United Kingdom six to nine.</p>
<h2>What it costs</h2><p>Standard shipping costs 4.90 EUR within Germany, 9.50 EUR within the European Union and 16.00 EUR to Switzerland, Norway and the United Kingdom. From 120 EUR it is free within Germany and the European Union.</p>
<h2>Express delivery</h2><p>Express delivery costs 14.00 EUR, is possible within Germany only, and arrives the next working day when you order before 11 o'clock.</p>
<h2>Customs</h2><p>Parcels to Switzerland, Norway and the United Kingdom may be charged customs duty and import tax, which the carrier collects from you at the door. Our prices do not contain them.</p>
<h2>Parcel lockers and neighbours</h2><p>DHL can deliver to a Packstation or parcel shop: write the number of the locker in the second line of the address. If nobody is at home, the courier leaves the parcel with a neighbour and puts a card in your letter box.</p>
<h2>Collect from our studio</h2><p>You can choose collection from our studio in Berlin at the checkout. It costs nothing, and your order is ready two hours after we write to you. We keep it for 14 days.</p>
<h2>Packaging</h2><p>Parcels leave us in recycled cardboard with paper tape, without any plastic. Gift wrapping in linen cloth costs 5.00 EUR and can be chosen in the basket.</p>`,
  },
  {
    handle: "returns",
    title: "Returns and exchanges",
    body: `<h2>How to send something back</h2><p>Write to us in the chat, by email or on WhatsApp and say what you want to return. You get a return label by email; print it or show its code at the parcel shop. Please keep the receipt until your money is back.</p>
<h2>Condition</h2><p>Items must be unworn, unwashed and have their labels. Bedding and towels must be in their closed wrapping, for reasons of hygiene.</p>
<h2>When the money comes back</h2><p>We check a return within three working days of its arrival. The refund goes to the way you paid; banks take up to five more working days to show it, credit cards up to ten.</p>
<h2>Exchanges</h2><p>We exchange for another size or colour free of charge as long as it is in stock. We keep it aside for seven days while your parcel is on its way to us.</p>
<h2>Faulty or wrong items</h2><p>If something arrives damaged or is not what you ordered, send us a photo within 14 days. We pay for the way back and send a replacement, or refund you, as you like.</p>
<h2>Presents</h2><p>Whoever received a present can exchange it or have a voucher for its value. The person who bought it is not told.</p>
<h2>What cannot be returned</h2><p>Gift cards, samples of fabric and curtains made to measure cannot be returned. Neither can pieces marked final sale.</p>
<h2>Returns from abroad</h2><p>From outside the European Union you pay for the way back yourself. Mark the parcel as returned goods, so that no customs duty is charged.</p>`,
  },
  {
    handle: "size-guide",
    title: "Size guide",
    body: `<h2>Dresses</h2><table><tr><th>Size</th><th>Chest</th><th>Waist</th><th>Length</th></tr><tr><td>S</td><td>88 cm</td><td>70 cm</td><td>112 cm</td></tr><tr><td>M</td><td>94 cm</td><td>76 cm</td><td>114 cm</td></tr><tr><td>L</td><td>100 cm</td><td>82 cm</td><td>116 cm</td></tr></table><p>The Linen Wrap Dress is cut loosely. Between two sizes, take the smaller one.</p>
<h2>T-shirts</h2><p>The Heavy Cotton T-Shirt is boxy and falls wide. A medium measures 54 cm across the chest and 70 cm in length; each size adds 3 cm. It does not shrink, because the cotton is washed before it is sewn.</p>
<h2>Socks</h2><p>Merino Socks come in 36-38 and 39-42. We have no larger size.</p>
<h2>How to measure</h2><p>Lay a piece that fits you flat on a table, measure it across the chest from seam to seam, and compare it with our figures.</p>
<h2>Bedding</h2><p>Duvet covers are made for duvets of 135 x 200 and 200 x 200 cm. Pillow cases are sold separately and are not in our range at the moment.</p>`,
  },
  {
    handle: "care",
    title: "Care guide",
    body: `<h2>Linen</h2><p>Wash linen at 40 degrees with mild detergent and without softener. Do not tumble dry; hang it up damp and it needs no iron. If you iron it, do so while it is damp, at three dots.</p>
<h2>Wool and merino</h2><p>Wash wool by hand or in the wool cycle at 30 degrees with wool detergent. Never wring it. Dry it flat on a towel. Moths stay away from cedar wood and lavender.</p>
<h2>Cotton</h2><p>Percale and T-shirts can be washed at 60 degrees and tumble dried on low heat. White cotton may be bleached with oxygen, never with chlorine.</p>
<h2>Waffle towels</h2><p>Waffle towels shrink by up to five percent in the first wash, which is planned for: only then do they become soft and absorbent. Leave out the softener.</p>
<h2>Stains</h2><p>Rinse stains with cold water at once and dab them with gall soap. Hot water sets red wine and blood.</p>
<h2>Pilling</h2><p>New wool forms small knots in the first weeks. A fabric comb takes them off; after that it stops.</p>`,
  },
  {
    handle: "gift-cards",
    title: "Gift cards and discounts",
    body: `<h2>Gift cards</h2><p>Gift cards are sold from 20 EUR to 300 EUR and come by email within minutes, or on printed paper by post. They are valid for three years and can be spent in several purchases.</p>
<h2>Using a gift card or a code</h2><p>Enter the code in the field for discounts at the checkout. One discount code can be used per order; gift cards can be combined with a code and with each other.</p>
<h2>Newsletter</h2><p>Who subscribes to our newsletter gets ten percent off the first order. The code WELCOME10 is valid for 30 days and not for sale items.</p>
<h2>Students</h2><p>We give no student discount, and no discount for the press or for influencers.</p>
<h2>Sales</h2><p>We have two sample sales a year, in January and in July. If the price of something falls within seven days of your order, we refund the difference on request.</p>
<h2>Loyalty</h2><p>We have no points and no loyalty programme. Every customer pays the same price.</p>`,
  },
  {
    handle: "payment",
    title: "Payment and invoices",
    body: `<h2>Ways to pay</h2><p>You can pay by credit card (Visa, Mastercard, American Express), PayPal, Klarna, Apple Pay, Google Pay and bank transfer in advance. We do not offer cash on delivery.</p>
<h2>When you are charged</h2><p>Cards and PayPal are charged when the parcel leaves us. With bank transfer we reserve your order for seven days.</p>
<h2>Instalments</h2><p>Klarna lets you pay in three instalments or after 30 days. Questions about its invoices go to Klarna.</p>
<h2>A payment fails</h2><p>If a payment is declined, check the card's limit and your bank's confirmation, then try again or choose another way to pay. A reserved amount that was never charged disappears from your account within five days.</p>
<h2>Invoices</h2><p>The invoice comes by email when the parcel leaves us. Companies can enter their VAT number at the checkout; deliveries to companies in other EU countries are then free of VAT.</p>`,
  },
  {
    handle: "account",
    title: "Your account",
    body: `<h2>Signing in</h2><p>There is no password: enter your email address on the sign-in page and we send you a code of six digits. You can also order as a guest, without an account.</p>
<h2>Changing your data</h2><p>Name, addresses and email can be changed in the account under Profile. An order that was placed keeps the old address; write to us at once if it must go elsewhere.</p>
<h2>Newsletter</h2><p>Every newsletter has a link at the bottom to unsubscribe. It takes effect at once.</p>
<h2>Deleting the account</h2><p>Ask us to forget you and we delete your account within 30 days. Invoices must be kept for ten years by law.</p>`,
  },
  {
    handle: "studio",
    title: "Our studio in Berlin",
    body: `<h2>Opening hours</h2><p>The studio at Lindenhof 12, 10999 Berlin is open Tuesday to Friday from 11 to 18 o'clock and on Saturday from 11 to 16 o'clock. It is closed on Sundays, Mondays and public holidays.</p>
<h2>How to get there</h2><p>The underground station Kottbusser Tor is five minutes away on foot. There is no parking at the house. The entrance has two steps; call us and we bring out a ramp.</p>
<h2>What you find there</h2><p>All our pieces can be touched and tried on, and we weave on two looms that you may watch. Dogs are welcome.</p>
<h2>Returns in the studio</h2><p>You can bring online orders back to the studio. The refund then starts the same day.</p>
<h2>Weaving courses</h2><p>On the first Saturday of each month we teach weaving on small frames. A course lasts three hours, costs 65 EUR and takes eight people.</p>`,
  },
  {
    handle: "about",
    title: "About us",
    body: `<h2>Who we are</h2><p>Linden & Loom was founded in 2014 by two weavers. Today we are eleven people in Berlin.</p>
<h2>Where things are made</h2><p>The linen grows in Normandy and is woven in Lithuania. Wool comes from sheep of the Swabian Alb and is spun in Saxony. Cotton is grown in Turkey. Everything is sewn in Poland and Portugal.</p>
<h2>Certificates</h2><p>Our cotton is certified by GOTS and our linen by European Flax. Our wool is free of mulesing.</p>
<h2>Vegan</h2><p>Linen and cotton pieces are vegan, buttons of wood and horn nut included. Scarves and socks contain wool and are not.</p>
<h2>Jobs</h2><p>Open positions are listed here when there are any. At the moment we are not hiring.</p>`,
  },
  {
    handle: "made-to-order",
    title: "Made to order",
    body: `<h2>Curtains to measure</h2><p>Curtains are sewn when you order them, which takes two to three weeks. Widths up to 300 cm and lengths up to 320 cm are possible; write to us for a quote.</p>
<h2>Alterations</h2><p>We shorten dresses and curtains for 18 EUR. Bring the piece to the studio or send it to us.</p>
<h2>Fabric samples</h2><p>Up to five fabric samples cost 3 EUR, which we credit to your order.</p>
<h2>Fabric by the metre</h2><p>We sell our linen by the metre in the studio only, not online.</p>
<h2>Embroidery</h2><p>Initials of up to three letters can be embroidered on towels and cushion covers for 9 EUR. Embroidered pieces cannot be returned.</p>`,
  },
  {
    handle: "repairs",
    title: "Repairs and guarantee",
    body: `<h2>Guarantee</h2><p>We give three years of guarantee on seams, zips and buttons, beyond what the law requires. Wear and moth holes are not covered.</p>
<h2>Repairs</h2><p>We repair our own pieces for as long as you have them. Mending a seam is free of charge; darning wool costs 12 EUR a hole. Send the piece washed, with a note.</p>
<h2>Spare buttons</h2><p>We send spare buttons for duvet covers by letter, free of charge.</p>
<h2>Second life</h2><p>We take worn pieces back for a voucher of ten percent of their price and pass them on to a charity in Berlin.</p>`,
  },
  {
    handle: "contact",
    title: "Contact",
    body: `<h2>How to reach us</h2><p>Write to hello@lindenandloom.example or call +49 30 555 12300, Monday to Friday from 10 to 16 o'clock. We answer emails within one working day.</p>
<h2>Languages</h2><p>We speak German, English, French and Polish.</p>
<h2>Trade and wholesale</h2><p>Shops can order from ten pieces per colour. Ask for our wholesale list at trade@lindenandloom.example.</p>
<h2>Press</h2><p>Pictures for the press can be downloaded from our press folder. We lend pieces for photo shoots for two weeks.</p>`,
  },
  {
    handle: "washing-linen-without-fear",
    title: "Washing linen without fear",
    blog: "journal",
    body: `<p>Linen grows stronger with every wash. The fibre is hollow and drinks up to a fifth of its weight in water before it feels damp, which is why linen cools in summer and warms in winter.</p><h3>Why it creases</h3><p>Flax has hardly any stretch, so a fold stays a fold. Shake the piece out wet, hang it by the hem, and most creases fall out on their own.</p>`,
  },
  {
    handle: "a-table-for-twelve",
    title: "A table for twelve",
    blog: "journal",
    body: `<p>A table runner should hang over each end by about 20 centimetres. For a table of two metres take two of our runners and lay them across the table instead of along it.</p><h3>Napkins</h3><p>We are weaving napkins this winter. They will be in the shop in February.</p>`,
  },
];

export function seedPages(store: ShopifyStore): void {
  for (const { blog, ...page } of pages) {
    const id = store.nextId(blog ? "Article" : "Page");
    const updatedAt = store.now();
    store.pages.set(id, { id, ...page, ...(blog && { blog: { handle: blog, title: "Journal" } }), isPublished: true, updatedAt });
  }
}
