// The islands of the site. Every page is whole without them.
import "./traffic.js";
import "./evidence.js";
import "./picker.js";
import "./search.js";
import "./finder.js";
import "./chart-filter.js";
import "./eval-run.js";
import "./copy.js";
